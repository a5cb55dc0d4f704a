using NodaTime;

namespace SummaryBot.Digests;

/// <summary>What becomes of a digest whose time has come: at most one edition, however many times were missed.</summary>
/// <param name="Edition">The time to write an edition for; null where even the latest is too old.</param>
/// <param name="Folded">Times that were missed; their stories are in a later edition.</param>
/// <param name="Next">The first time that is not due yet.</param>
public sealed record DuePlan(Due? Edition, IReadOnlyList<Due> Folded, Due Next)
{
    /// <param name="due">The first time that no edition was written for; not later than <paramref name="now"/>.</param>
    /// <param name="grace">How late an edition may still go out.</param>
    public static DuePlan Of(DigestSchedule schedule, Due due, Instant now, Duration grace)
    {
        var missed = new List<Due>();
        var next = due;
        for (; next.At <= now; next = schedule.NextAfter(next))
        {
            missed.Add(next);
        }

        return now - missed[^1].At <= grace
            ? new DuePlan(missed[^1], missed[..^1], next)
            : new DuePlan(null, missed, next);
    }
}
