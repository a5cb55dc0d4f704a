using NodaTime;

namespace SummaryBot.Digests;

/// <param name="NextDue">The first time that no edition was written for.</param>
public sealed record StoredDigest(long Id, Digest Digest, Due NextDue)
{
    /// <summary>When its next edition is due, for people: a local time, <c>at once</c> where it waits for nothing, or <c>when it is resumed</c>.</summary>
    public string NextText => Upcoming().FirstOrDefault() is not { } due ? "when it is resumed" : due == Due.Never ? "at once" : due.LocalText;

    /// <summary>What is due before is skipped; null where nobody paused it. <see cref="Instant.MaxValue"/> until somebody resumes it.</summary>
    public Instant? PausedUntil { get; init; }

    /// <summary>Why it was paused by itself; null where somebody paused it, or nobody did.</summary>
    public string? PausedReason { get; init; }

    /// <summary>How many of the next times go by without an edition.</summary>
    public long Skips { get; init; }

    /// <summary>Whether the edition of <see cref="NextDue"/> was due and waits for news.</summary>
    public bool IsWaiting { get; init; }

    public bool IsPaused(Instant now) => PausedUntil is { } until && now < until;

    /// <summary>The times that the next editions are for, without those that are skipped; none while it is paused until somebody resumes it.</summary>
    public IEnumerable<Due> Upcoming()
    {
        if (PausedUntil == Instant.MaxValue)
        {
            yield break;
        }

        if (NextDue == Due.Never)
        {
            yield return NextDue;
            yield break;
        }

        var skips = Skips;
        for (var due = NextDue; ; due = Digest.Schedule.NextAfter(due))
        {
            if (PausedUntil is { } until && due.At < until)
            {
                continue;
            }

            if (skips-- <= 0)
            {
                yield return due;
            }
        }
    }
}
