using SummaryBot.Articles;
using SummaryBot.Sources.Feeds;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Sources;

/// <summary>Shows what a source would give, and stores nothing.</summary>
public sealed class SourceSampler(FullText fullText)
{
    /// <summary>The newest item as the article that it would become; null where the feed holds none.</summary>
    public async Task<SourceSample?> OfAsync(Uri address, Feed feed, CancellationToken cancellationToken)
    {
        var newest = Newest(address, feed);
        if (newest is null)
        {
            return null;
        }

        var article = newest.NeedsPage ? await fullText.CompleteAsync(newest.Incoming, cancellationToken) : newest.Incoming;
        return new SourceSample(article, newest.NeedsPage, newest.NeedsPage && article.Article.Text.Length > newest.Incoming.Article.Text.Length);
    }

    /// <summary>As <see cref="OfAsync"/>, of what the feed itself says.</summary>
    public static SourceSample? OfFeed(Uri address, Feed feed) => Newest(address, feed) is { } newest ? new SourceSample(newest.Incoming, newest.NeedsPage, IsFromPage: false) : null;

    private static FeedEntry? Newest(Uri address, Feed feed)
    {
        var source = new Source(0, SourceKind.Feed, address, Source.HostOf(address), feed.Title ?? Source.HostOf(address));
        return FeedItems.Of(source, feed).MaxBy(entry => entry.Incoming.Article.PublishedAt ?? DateTimeOffset.MinValue); // the first of undated ones
    }
}

/// <param name="IsTeaser">Whether the feed carries only the beginning.</param>
/// <param name="IsFromPage">Whether the page of the item gave more.</param>
public sealed record SourceSample(IncomingArticle Item, bool IsTeaser, bool IsFromPage);
