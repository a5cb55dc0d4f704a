using CsCheck;
using NodaTime;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

public sealed class QuietScheduleTests
{
    private static readonly string[] Zones =
    [
        "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Asia/Gaza", "Asia/Baku", "America/New_York", "Pacific/Apia", "America/St_Johns",
        "Europe/London", "Pacific/Chatham", "America/Sao_Paulo", "Asia/Tehran",
    ];

    private static readonly Gen<DigestDays> Days = Gen.Int[1, 127].Select(bits => DigestDays.TryParse(string.Join(
        ',', new[] { "mon", "tue", "wed", "thu", "fri", "sat", "sun" }.Where((_, day) => (bits & (1 << day)) > 0)))!);

    /// <summary>Half of them in the night, when clocks change.</summary>
    private static readonly Gen<LocalTime> Time = Gen.OneOf(Gen.Int[0, 1439], Gen.Int[0, 16].Select(quarter => 15 * quarter))
        .Select(minute => new LocalTime(minute / 60, minute % 60));

    private static readonly Gen<QuietHours?> Quiet = Gen.Select(Time, Time, Days, Gen.Bool).Select(
        (from, to, days, often) => from == to ? null : new QuietHours(from, to, often ? DigestDays.TryParse("daily")! : days));

    private static readonly Gen<DigestSchedule> Schedules = Gen.Select(Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]), Days, Time.Array[1, 4], Quiet, Gen.Int[0, 365].Array[0, 9]).Select(
        (zone, days, times, quiet, holidays) => new DigestSchedule(days, [.. times.Distinct().Order()], DateTimeZoneProviders.Tzdb[zone])
        {
            Quiet = quiet,
            Holidays = [.. holidays.Select(day => new LocalDate(2020, 1, 1).PlusDays(day)).Select((day, i) => new Holiday(i < 2 ? null : day.Year, new AnnualDate(day.Month, day.Day)))],
        });

    /// <summary>A day, more often than not one of a change of clocks.</summary>
    private static Gen<LocalDate> DayOf(DateTimeZone zone)
    {
        var changes = zone.GetZoneIntervals(Instant.FromUtc(2004, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0))
            .Where(it => it.HasStart && it.Start > Instant.FromUtc(2004, 1, 1, 0, 0)).Select(it => it.IsoLocalStart.Date).ToArray();
        var any = Gen.Int[0, 8000].Select(day => new LocalDate(2005, 1, 1).PlusDays(day));
        return changes.Length == 0 ? any : Gen.Frequency((3, Gen.Int[0, changes.Length - 1].Select(i => changes[i])), (1, any));
    }

    [Fact]
    public void Every_time_is_due_once_when_the_clocks_have_come_to_it_and_no_quiet_hours_hold_it_back() => Schedules
        .SelectMany(schedule => DayOf(schedule.Zone).Select(day => (Schedule: schedule, Day: day)))
        .Sample(
            it =>
            {
                var expected = new SlowSchedule(it.Schedule, it.Day).DueOn(it.Day.PlusDays(-1), it.Day.PlusDays(1));
                var actual = it.Schedule.From(it.Day.PlusDays(-1)).TakeWhile(due => due.Local.Date <= it.Day.PlusDays(1));
                Assert.Equal(expected, actual);
            },
            iter: 1500,
            print: it => $"{it.Schedule.Zone.Id} {it.Day} {it.Schedule.TimesText} {it.Schedule.Days} quiet {it.Schedule.Quiet}");

    [Fact]
    public void Times_come_in_one_order_whichever_way_one_walks_them() => Schedules
        .SelectMany(schedule => DayOf(schedule.Zone).Select(day => (Schedule: schedule, Day: day)))
        .Sample(
            it =>
            {
                var listed = it.Schedule.From(it.Day.PlusDays(-3)).Take(12).ToList();
                var walked = new List<Due> { listed[0] };
                while (walked.Count < listed.Count)
                {
                    walked.Add(it.Schedule.NextAfter(walked[^1]));
                }

                Assert.Equal(listed, walked);
                Assert.All(listed.Zip(listed.Skip(1)), pair => Assert.True(pair.Second.IsAfter(pair.First)));
                Assert.All(listed, due => Assert.Null(it.Schedule.QuietUntil(due.At)));
                Assert.All(listed, due => Assert.True(it.Schedule.Names(due.Local)));
            },
            iter: 1500,
            print: it => $"{it.Schedule.Zone.Id} {it.Day} {it.Schedule.TimesText} {it.Schedule.Days} quiet {it.Schedule.Quiet}");

    [Theory]
    [InlineData("Europe/London", "22:00", "07:00", "2026-03-01T23:30", "2026-03-02T07:00:00Z")]
    [InlineData("Europe/London", "22:00", "07:00", "2026-03-02T07:00", "2026-03-02T07:00:00Z")] // their end is not quiet
    [InlineData("Europe/London", "22:00", "07:00", "2026-03-28T22:00", "2026-03-29T06:00:00Z")] // an hour shorter
    [InlineData("Europe/London", "22:00", "01:30", "2026-10-25T00:30", "2026-10-25T01:30:00Z")] // until the clocks show 01:30 the second time
    [InlineData("Europe/London", "22:00", "01:00", "2026-10-25T00:30", "2026-10-25T00:00:00Z")] // and never show an earlier time again
    [InlineData("America/New_York", "01:00", "02:30", "2026-03-08T01:30", "2026-03-08T07:00:00Z")] // their end is skipped
    [InlineData("America/New_York", "03:00", "04:00", "2026-03-08T02:30", "2026-03-08T08:00:00Z")] // due at 03:00, as 02:30 is skipped
    public void What_is_due_in_quiet_hours_goes_out_at_their_end_and_keeps_its_time(string zone, string from, string to, string local, string at)
    {
        var due = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value;
        var options = new DigestOptions { Name = "x", Channel = "console", Zone = zone, Times = { local[11..] } };
        options.Editing.Quiet = new QuietOptions { From = from, To = to };
        var schedule = Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options)).Digest.Schedule;
        var first = schedule.From(due.Date).First();
        Assert.Equal((local, NodaTime.Text.InstantPattern.General.Parse(at).Value), (first.LocalText, first.At));
    }

    [Fact]
    public void A_digest_set_up_in_quiet_hours_does_not_get_what_was_due_before()
    {
        var schedule = new DigestSchedule(DigestDays.TryParse("daily")!, [new LocalTime(22, 30)], DateTimeZone.Utc)
        {
            Quiet = new QuietHours(new LocalTime(22, 0), new LocalTime(7, 0), DigestDays.TryParse("daily")!),
        };
        Assert.Equal("2026-03-02T22:30", schedule.NextAfter(Instant.FromUtc(2026, 3, 1, 23, 0)).LocalText);
        Assert.Equal("2026-03-01T22:30", schedule.NextAfter(Instant.FromUtc(2026, 3, 1, 22, 10)).LocalText);
    }

    [Fact]
    public void A_year_of_holidays_is_refused()
    {
        var options = new DigestOptions { Name = "x", Channel = "console", Times = { "08:00" } };
        for (var day = new LocalDate(2020, 1, 1); day.Year == 2020; day = day.PlusDays(1))
        {
            options.Editing.Holidays.Add($"{day.Month:00}-{day.Day:00}");
        }

        Assert.StartsWith("holidays ", Assert.Single(Assert.IsType<DigestReadResult.Faulty>(DigestReader.Read(options)).Faults), StringComparison.Ordinal);
        options.Editing.Holidays.RemoveAt(59); // 29 February remains
        var schedule = Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options)).Digest.Schedule;
        Assert.Equal("2028-02-29T08:00", schedule.NextAfter(Instant.FromUtc(2026, 3, 1, 0, 0)).LocalText);
    }
}
