using NodaTime;
using NodaTime.Text;

namespace SummaryBot.Digests;

/// <summary>What becomes of a digest whose time has come: at most one edition, however many times were missed.</summary>
/// <param name="Edition">The time to write an edition for; null where there is none, or even the latest is too old.</param>
/// <param name="Passed">Times that go by without one, in their order.</param>
/// <param name="Next">The first time that is not due yet.</param>
/// <param name="Skips">How many of the next times are still to be skipped.</param>
public sealed record DuePlan(Due? Edition, IReadOnlyList<PassedDue> Passed, Due Next, long Skips)
{
    private static readonly DurationPattern Length = DurationPattern.CreateWithInvariantCulture("H' h 'mm' min'");

    /// <param name="grace">How late an edition may still go out; one that waits for news may until the next is due.</param>
    public static DuePlan Of(StoredDigest digest, Instant now, Duration grace)
    {
        var (passed, open) = (new List<PassedDue>(), new List<Due>());
        var (next, skips) = (digest.NextDue, digest.Skips);
        for (; next.At <= now; next = digest.Digest.Schedule.NextAfter(next))
        {
            if (digest.PausedUntil is { } until && next.At < until)
            {
                passed.Add(new PassedDue(next, EditionStatus.Skipped, "The digest was paused."));
            }
            else if (skips > 0)
            {
                passed.Add(new PassedDue(next, EditionStatus.Skipped, "Somebody asked to skip it."));
                skips--;
            }
            else
            {
                open.Add(next);
            }
        }

        var latest = open.LastOrDefault();
        var edition = latest is not null && (now - latest.At <= grace || IsWaiting(digest, latest)) ? latest : null;
        passed.AddRange(open.Where(due => due != edition).Select(due => new PassedDue(due, EditionStatus.Folded, WhyFolded(digest, due, edition, grace))));
        return new DuePlan(edition, passed, next, skips);
    }

    private static bool IsWaiting(StoredDigest digest, Due due) => digest.IsWaiting && due == digest.NextDue;

    private static string WhyFolded(StoredDigest digest, Due due, Due? edition, Duration grace) =>
        IsWaiting(digest, due) ? "There was no news before the next was due."
        : edition is null ? $"It was missed for more than {Length.Format(grace)}; its stories are in the next edition."
        : edition.At == due.At ? $"It was due in the same moment as that of {edition.LocalText}, which has its stories."
        : $"It was missed; its stories are in that of {edition.LocalText}.";
}

/// <summary>A due time that goes by without an edition.</summary>
/// <param name="Status">Folded or skipped.</param>
/// <param name="Reason">For people.</param>
public sealed record PassedDue(Due Due, EditionStatus Status, string Reason);
