using NodaTime;
using NodaTime.Text;

namespace SummaryBot.Digests;

/// <summary>Checks what somebody wrote of a schedule.</summary>
internal static class ScheduleReader
{
    private const int MaxHolidays = 400;
    private const int DaysOfYear = 366;

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <returns>Null where there is a fault.</returns>
    public static DigestSchedule? Read(DigestOptions options, FaultList check)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.Zone);
        var times = options.Times.Select(text => TimePattern.Parse(text)).ToList();
        var days = DigestDays.TryParse(options.Days.Count == 0 ? "daily" : string.Join(',', options.Days));
        var holidays = options.Editing.Holidays.Select(Holiday.TryParse).ToList();
        var areTimes = times.Count > 0 && times.TrueForAll(time => time.Success);
        var areHolidays = holidays.Count <= MaxHolidays && !holidays.Contains(null)
            && holidays.Where(holiday => holiday!.Year is null).Distinct().Count() < DaysOfYear;
        check.That(areTimes, "times", string.Join(' ', options.Times), "local times such as 08:00");
        check.That(days is not null, "days", string.Join(' ', options.Days), "daily, weekdays, or days such as mon thu");
        check.That(zone is not null, "zone", options.Zone, "an IANA time zone such as Europe/London");
        check.That(areHolidays, "holidays", string.Join(' ', options.Editing.Holidays), $"days such as 2026-12-25, or 12-25 for every year, {MaxHolidays} at most and not all of the year");
        var quiet = Quiet(options.Editing.Quiet, check);
        return areTimes && areHolidays && days is not null && zone is not null
            ? new DigestSchedule(days, [.. times.Select(time => time.Value).Distinct().Order()], zone) { Quiet = quiet, Holidays = [.. holidays.OfType<Holiday>()] }
            : null;
    }

    private static QuietHours? Quiet(QuietOptions? quiet, FaultList check)
    {
        if (quiet is null)
        {
            return null;
        }

        var (from, to, days) = (TimePattern.Parse(quiet.From), TimePattern.Parse(quiet.To), DigestDays.TryParse(quiet.Days));
        check.That(from.Success, "quiet from", quiet.From, "a local time such as 22:00");
        check.That(to.Success && !(from.Success && from.Value == to.Value), "quiet to", quiet.To, "another local time such as 07:00");
        check.That(days is not null, "quiet days", quiet.Days, "daily, weekdays, or days such as mon thu");
        return from.Success && to.Success && days is not null ? new QuietHours(from.Value, to.Value, days) : null;
    }
}
