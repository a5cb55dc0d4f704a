namespace SummaryBot.Digests.Selection;

/// <summary>What became of every story that an edition could choose among.</summary>
/// <param name="Stories">All candidates: those shown first, in the order shown, then the others by their score, then those that were not ranked.</param>
public sealed record SelectionRecord(IReadOnlyList<StoryVerdict> Stories)
{
    /// <summary>When the edition was due, in UTC milliseconds since 1970; its signals are as of then.</summary>
    public long DueAt { get; init; }

    /// <summary>What editions shortly before were done with, so that it is not judged again: an article may be stored later than it was seen.</summary>
    public IReadOnlyList<ClosedArticles> Closed { get; init; } = [];
}

/// <summary>Articles that an earlier edition was done with.</summary>
/// <param name="DueAt">When that edition was due, in UTC milliseconds since 1970.</param>
public sealed record ClosedArticles(long DueAt, IReadOnlyList<string> Ids);

/// <summary>What became of one story in one edition.</summary>
/// <param name="StoryId">Null for an article that has no story yet.</param>
/// <param name="Reason">For people, one line: why it was shown, or why not.</param>
/// <param name="Articles">All of its candidate articles.</param>
/// <param name="Since">The edition (its local date and time) in which it was a candidate first.</param>
public sealed record StoryVerdict(long? StoryId, Verdict Verdict, string Reason, IReadOnlyList<ArticleVerdict> Articles, string Since)
{
    /// <summary>What its rank follows from; null where it was not ranked.</summary>
    public StorySignals? Signals { get; init; }

    /// <summary>Its rank, the higher the better; null where it was not ranked.</summary>
    public double? Score { get; init; }

    /// <summary>The section that it stands under; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>The last edition (its local date and time) that showed it before; null where none did.</summary>
    public string? ShownBefore { get; init; }
}

/// <summary>What became of one article in one edition.</summary>
/// <param name="Reason">For people, one line.</param>
public sealed record ArticleVerdict(string ArticleId, Verdict Verdict, string Reason);

public enum Verdict
{
    /// <summary>The edition quotes it, or names it as the story's article.</summary>
    Shown,

    /// <summary>Its story is shown by another article.</summary>
    Merged,

    /// <summary>It found no room and is kept for the next edition.</summary>
    Carried,

    /// <summary>A filter rule keeps it out.</summary>
    Filtered,

    /// <summary>Its outlet has as many stories in the edition as it may have; it is kept for the next edition.</summary>
    Capped,

    /// <summary>It was kept for as long as the digest keeps stories, and is given up.</summary>
    Expired,

    /// <summary>It tells nothing that the digest has not told, or is older than the digest looks back.</summary>
    Old,
}
