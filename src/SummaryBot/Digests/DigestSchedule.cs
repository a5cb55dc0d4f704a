using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace SummaryBot.Digests;

/// <summary>
/// When a digest goes out: at its local times on its days. Every local day that it names has each time exactly once; what is due in quiet hours goes out at their end.
/// </summary>
/// <param name="Times">Ascending, no two the same, at least one, to the minute.</param>
/// <param name="Zone">An IANA zone.</param>
public sealed record DigestSchedule(DigestDays Days, IReadOnlyList<LocalTime> Times, DateTimeZone Zone)
{
    /// <summary>A time that the clocks skip is due when they have moved on; one that they repeat is due the first time.</summary>
    private static readonly ZoneLocalMappingResolver Mapping =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Hours in which nothing is posted; null for none.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Days without an edition.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>The local times as <c>08:00 18:30</c>.</summary>
    public string TimesText => string.Join(' ', Times.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture)));

    private string Text => $"{Days} {TimesText} {Zone.Id} {Quiet} {string.Join(' ', Holidays)}";

    /// <summary>The first time due later than an instant; one that quiet hours hold back at that instant is not.</summary>
    public Due NextAfter(Instant instant) => From(instant.InZone(Zone).Date.PlusDays(-1)).First(due => IsAfter(due, instant));

    /// <summary>The time due after another of this schedule.</summary>
    public Due NextAfter(Due previous) => From(previous.Local.Date.PlusDays(-1)).First(due => due.IsAfter(previous));

    /// <summary>Whether a time is due later than an instant, by the schedule and, where quiet hours hold it back, by the clock too.</summary>
    public bool IsAfter(Due due, Instant instant) => due.At > instant && due.Local > instant.InZone(Zone).LocalDateTime;

    /// <summary>Whether two schedules name the same times, in the same hours of the same zone.</summary>
    public bool IsSame(DigestSchedule other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <summary>Whether the schedule names a local time.</summary>
    public bool Names(LocalDateTime local) => Times.Contains(local.TimeOfDay) && Includes(local.Date);

    /// <summary>When the quiet hours that an instant lies in are over; null where it lies in none.</summary>
    public Instant? QuietUntil(Instant instant) => Quiet?.EndAfter(instant, Zone);

    /// <summary>An edition asked for now, between the times of the schedule.</summary>
    public Due Now(Instant now)
    {
        var local = now.InZone(Zone).LocalDateTime;
        return new Due(local.Date + new LocalTime(local.Hour, local.Minute), now);
    }

    /// <summary>Every time due from a day on, in order, without end.</summary>
    public IEnumerable<Due> From(LocalDate day)
    {
        for (; ; day = day.PlusDays(1))
        {
            if (Includes(day))
            {
                foreach (var time in Times)
                {
                    yield return DueAt(day + time);
                }
            }
        }
    }

    private Due DueAt(LocalDateTime local)
    {
        var at = local.InZone(Zone, Mapping).ToInstant();
        return new Due(local, QuietUntil(at) ?? at);
    }

    private bool Includes(LocalDate day) => Days.Include(day.DayOfWeek) && Exists(day) && !Holidays.Any(holiday => holiday.Is(day));

    /// <summary>A zone that moves across the date line skips a whole day, and that day has no editions.</summary>
    private bool Exists(LocalDate day)
    {
        var midnight = Zone.MapLocal(day.AtMidnight());
        return midnight.Count > 0 || midnight.LateInterval.IsoLocalStart.Date == day;
    }
}
