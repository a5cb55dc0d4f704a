namespace SummaryBot.Articles;

/// <summary>An item of a source, with the article that was made of it.</summary>
/// <param name="SourceId">The row of <c>sources</c> that it came from.</param>
/// <param name="Guid">As the feed writes it; null where it has none.</param>
public sealed record IncomingArticle(long SourceId, string? Guid, Article Article)
{
    /// <summary>When it was seen; null for now.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Who wrote it, one line; null where it does not say.</summary>
    public string? Byline { get; init; }

    /// <summary>Only the beginning could be had.</summary>
    public bool TeaserOnly { get; init; }

    /// <summary>What it is filed under, each one line; empty where it does not say.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Null where it has none.</summary>
    public ArticlePicture? Picture { get; init; }
}

/// <param name="ArticleId">The stored article that an item is, whatever it became of it.</param>
public sealed record TakenArticle(string ArticleId, TakenAs As);

public enum TakenAs
{
    /// <summary>A new article.</summary>
    Added,

    /// <summary>A stored article, as it is stored or not worth more.</summary>
    Known,

    /// <summary>A stored article that says something else now; what it said before is kept.</summary>
    Changed,
}
