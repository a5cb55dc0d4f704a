namespace SummaryBot.Articles;

/// <param name="DatedAt">When it counts as new: as published, but never later than first seen.</param>
public sealed record StoredArticle(Article Article, DateTimeOffset FirstSeenAt, DateTimeOffset DatedAt)
{
    /// <summary>1, and one more with each change.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Who wrote it, one line; null where unknown.</summary>
    public string? Byline { get; init; }

    /// <summary>Only the beginning of the article could be had.</summary>
    public bool TeaserOnly { get; init; }

    /// <summary>When its page was found to be gone; null while it is there.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>What the publisher files it under, each one line; empty where it does not say.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Null where it has none.</summary>
    public ArticlePicture? Picture { get; init; }
}
