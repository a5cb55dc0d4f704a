using NodaTime;

namespace SummaryBot.Digests;

/// <summary>When a digest is due next whose schedule changes: no local time has two editions, and none that is still to come is lost.</summary>
/// <param name="Passed">Times of the old schedule that were due, have no edition, and are not in the new one.</param>
internal sealed record Reschedule(Due Next, IReadOnlyList<PassedDue> Passed)
{
    /// <param name="old">The digest as it was.</param>
    /// <param name="written">Whether a local time has an edition.</param>
    /// <remarks>
    /// A time is open if the old schedule has not come to it on its own clock, or it is still to come on the new one.
    /// So a zone in the east makes today's 08:00 late, not lost, and one in the west does not bring it again.
    /// </remarks>
    public static Reschedule Of(StoredDigest old, DigestSchedule schedule, Instant now, Func<LocalDateTime, bool> written)
    {
        var first = LocalDate.Min(old.NextDue.Local.Date, now.InZone(schedule.Zone).Date).PlusDays(-1);
        var next = schedule.From(first).First(due => (due.Local >= old.NextDue.Local || schedule.IsAfter(due, now)) && !written(due.Local));
        var passed = new List<PassedDue>();
        for (var due = old.NextDue; due.At <= now; due = old.Digest.Schedule.NextAfter(due))
        {
            if (!schedule.Names(due.Local) && !written(due.Local))
            {
                passed.Add(new PassedDue(due, EditionStatus.Folded, "The schedule was changed before it went out."));
            }
        }

        return new Reschedule(next, passed);
    }
}
