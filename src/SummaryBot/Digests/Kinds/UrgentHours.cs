using NodaTime;

namespace SummaryBot.Digests.Kinds;

/// <summary>When urgent news has to wait.</summary>
internal static class UrgentHours
{
    /// <summary>Whether a moment falls into the quiet hours of a schedule, as its clocks show.</summary>
    public static bool IsQuiet(DigestSchedule schedule, Instant now)
    {
        var local = now.InZone(schedule.Zone).LocalDateTime;
        return schedule.Quiet is { } quiet && (Covers(quiet, local.Date, local) || Covers(quiet, local.Date.PlusDays(-1), local));
    }

    private static bool Covers(QuietHours quiet, LocalDate day, LocalDateTime local) =>
        quiet.Days.Include(day.DayOfWeek) && local >= day + quiet.From && local < (quiet.To > quiet.From ? day : day.PlusDays(1)) + quiet.To;
}
