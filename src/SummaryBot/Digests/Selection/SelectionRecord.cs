namespace SummaryBot.Digests.Selection;

/// <summary>What became of every story that an edition could choose among.</summary>
/// <param name="Stories">All candidates: those shown first, in the order shown, then the others by their score.</param>
public sealed record SelectionRecord(IReadOnlyList<StoryVerdict> Stories);

/// <summary>What became of one story in one edition.</summary>
/// <param name="StoryId">Null for an article that has no story yet.</param>
/// <param name="Reason">For people, one line: why it was shown, or why not.</param>
/// <param name="Articles">All of its candidate articles.</param>
/// <param name="Since">The edition (its local date and time) in which it was a candidate first.</param>
public sealed record StoryVerdict(long? StoryId, Verdict Verdict, string Reason, IReadOnlyList<ArticleVerdict> Articles, string Since);

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
