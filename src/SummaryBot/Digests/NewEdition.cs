namespace SummaryBot.Digests;

/// <summary>What became of one due time.</summary>
/// <param name="ArticleIds">Those that its message shows, in order.</param>
public sealed record NewEdition(long DigestId, Due Due, EditionStatus Status, IReadOnlyList<string> ArticleIds);

public enum EditionStatus
{
    /// <summary>A message was put into the outbox.</summary>
    Written,

    /// <summary>There was no news, and nothing was to be posted.</summary>
    Empty,

    /// <summary>It was missed for too long; its stories are in a later edition.</summary>
    Folded,
}
