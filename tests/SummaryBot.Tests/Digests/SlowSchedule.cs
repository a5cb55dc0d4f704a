using NodaTime;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

/// <summary>What a schedule means, by looking at the clock of its zone in every minute of eleven days around one.</summary>
internal sealed class SlowSchedule
{
    private const int Margin = 5;
    private readonly DigestSchedule _schedule;
    private readonly Instant _start;
    private readonly LocalDateTime[] _clock;
    private readonly bool[] _isQuiet;

    public SlowSchedule(DigestSchedule schedule, LocalDate middle)
    {
        _schedule = schedule;
        _start = middle.PlusDays(-Margin).AtMidnight().InUtc().ToInstant();
        _clock = [.. Enumerable.Range(0, ((2 * Margin) + 1) * 1440).Select(minute => (_start + Duration.FromMinutes(minute)).InZone(schedule.Zone).LocalDateTime)];
        _isQuiet = new bool[_clock.Length];
        for (var day = middle.PlusDays(-Margin); schedule.Quiet is { } quiet && day <= middle.PlusDays(Margin); day = day.PlusDays(1))
        {
            if (quiet.Days.Include(day.DayOfWeek))
            {
                Silence(day + quiet.From, (quiet.To > quiet.From ? day : day.PlusDays(1)) + quiet.To);
            }
        }
    }

    public IEnumerable<Due> DueOn(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var isNamed = _schedule.Days.Include(day.DayOfWeek) && !_schedule.Holidays.Any(it => it.Day.Month == day.Month && it.Day.Day == day.Day && (it.Year ?? day.Year) == day.Year);
            foreach (var time in isNamed && Array.Exists(_clock, at => at.Date == day) ? _schedule.Times : [])
            {
                var come = Array.FindIndex(_clock, at => at >= day + time);
                yield return new Due(day + time, _start + Duration.FromMinutes(Array.FindIndex(_isQuiet, come, quiet => !quiet)));
            }
        }
    }

    /// <summary>From when the clock has come to one time until it never shows a time before the other again.</summary>
    private void Silence(LocalDateTime from, LocalDateTime to)
    {
        var (first, last) = (Array.FindIndex(_clock, at => at >= from), Array.FindLastIndex(_clock, at => at < to));
        for (var minute = Math.Max(0, first); first >= 0 && minute <= last; minute++)
        {
            _isQuiet[minute] = true;
        }
    }
}
