using SummaryBot.Digests.Selection;

namespace SummaryBot.Digests;

/// <summary>What became of one due time.</summary>
/// <param name="StoryCount">How many stories its message shows.</param>
/// <param name="ArticleIds">All articles of those stories; each is recorded once for a digest.</param>
public sealed record NewEdition(long DigestId, Due Due, EditionStatus Status, int StoryCount, IReadOnlyList<string> ArticleIds)
{
    /// <summary>What became of its candidates; null where nothing was chosen.</summary>
    public StoredSelection? Selection { get; init; }

    /// <summary>Why it is empty, folded or skipped, for people; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    public static NewEdition Passed(long digestId, PassedDue passed) => new(digestId, passed.Due, passed.Status, 0, []) { Reason = passed.Reason };
}

public enum EditionStatus
{
    /// <summary>A message was put into the outbox.</summary>
    Written,

    /// <summary>There was no news, and nothing was to be posted.</summary>
    Empty,

    /// <summary>It was missed for too long; its stories are in a later edition.</summary>
    Folded,

    /// <summary>It was to go by: the digest was paused, or somebody asked for it.</summary>
    Skipped,
}
