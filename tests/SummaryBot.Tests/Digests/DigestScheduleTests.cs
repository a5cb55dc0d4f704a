using NodaTime;
using NodaTime.Text;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

public sealed class DigestScheduleTests
{
    private static readonly LocalDate FirstDay = new(2020, 1, 1);
    private static readonly LocalDate LastDay = new(2029, 12, 31);

    public static TheoryData<string, string> Schedules
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var zone in new[] { "Europe/London", "America/New_York", "Asia/Baku", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Apia" })
            {
                data.Add(zone, "daily");
                data.Add(zone, "weekdays");
                data.Add(zone, "sun,wed");
            }

            return data;
        }
    }

    /// <summary>The times include those that clocks skip (01:30, 02:00, 02:30) and repeat, and both ends of the day.</summary>
    [Theory]
    [MemberData(nameof(Schedules))]
    public void Over_ten_years_every_local_day_named_has_each_time_exactly_once_and_no_other_day_any(string zoneId, string days)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        LocalTime[] times = [new(0, 0), new(1, 30), new(2, 0), new(2, 30), new(8, 0), new(23, 59)];
        var schedule = new DigestSchedule(DigestDays.TryParse(days)!, times, zone);
        var expected = Days().Where(day => schedule.Days.Include(day.DayOfWeek)).SelectMany(day => times.Select(time => day + time)).ToList();
        var due = schedule.NextAfter(FirstDay.AtStartOfDayInZone(zone).ToInstant() - Duration.FromMilliseconds(1));
        var actual = new List<Due>();
        for (; due.Local.Date <= LastDay; due = schedule.NextAfter(due))
        {
            actual.Add(due);
        }

        Assert.Equal(expected, actual.Select(it => it.Local));
        Assert.Equal(actual.Count, actual.Select(it => it.LocalText).Distinct().Count());
        Assert.True(actual.Zip(actual.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
        Assert.All(actual, it => Assert.True(zone.MapLocal(it.Local) is var map && (map.Count == 0 || map.First().ToInstant() == it.At)));
    }

    [Theory]
    [InlineData("Europe/London", "2026-03-29T01:30", "2026-03-29T01:00:00Z")] // skipped: due when the clocks have moved on
    [InlineData("Europe/London", "2026-10-25T01:30", "2026-10-25T00:30:00Z")] // repeated: due the first time
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00Z")] // half an hour is skipped
    [InlineData("Asia/Kathmandu", "2026-01-01T08:00", "2026-01-01T02:15:00Z")]
    public void A_time_that_the_clocks_skip_or_repeat_has_one_answer(string zoneId, string local, string instant)
    {
        var at = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value;
        var schedule = new DigestSchedule(DigestDays.TryParse("daily")!, [at.TimeOfDay], DateTimeZoneProviders.Tzdb[zoneId]);
        var due = schedule.NextAfter(at.Date.AtStartOfDayInZone(schedule.Zone).ToInstant() - Duration.FromSeconds(1));
        Assert.Equal(local, due.LocalText);
        Assert.Equal(InstantPattern.General.Parse(instant).Value, due.At);
    }

    [Fact]
    public void A_day_that_a_zone_skips_has_no_edition()
    {
        var schedule = new DigestSchedule(DigestDays.TryParse("daily")!, [new LocalTime(8, 0)], DateTimeZoneProviders.Tzdb["Pacific/Apia"]);
        var before = new LocalDateTime(2011, 12, 29, 9, 0).InZoneStrictly(schedule.Zone).ToInstant();
        Assert.Equal("2011-12-31T08:00", schedule.NextAfter(before).LocalText);
    }

    private static IEnumerable<LocalDate> Days()
    {
        for (var day = FirstDay; day <= LastDay; day = day.PlusDays(1))
        {
            yield return day;
        }
    }
}
