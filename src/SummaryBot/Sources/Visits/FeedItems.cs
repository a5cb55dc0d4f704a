using SummaryBot.Articles;
using SummaryBot.Articles.Markup;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Sources.Visits;

/// <summary>Makes articles of a feed's items, each under a guid that is its own.</summary>
internal static class FeedItems
{
    /// <summary>More items than any feed needs; the rest is old.</summary>
    private const int Most = 500;

    /// <summary>UTF-16 units; a text below that is taken for the beginning of one.</summary>
    private const int ShortText = 700;

    private static readonly string[] Cut = ["…", "...", "[…]", "[...]"];

    /// <returns>In the order of the feed; an item that says nothing is left out.</returns>
    public static IReadOnlyList<FeedEntry> Of(Source source, Feed feed)
    {
        var items = feed.Items.Take(Most).ToList();
        var sharedIds = items.GroupBy(item => item.Id, StringComparer.Ordinal).Where(group => group.Count() > 1 && Links(group) > 1)
            .Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return [.. items.Select(item => Entry(source, feed, item, sharedIds.Contains(item.Id))).OfType<FeedEntry>()
            .DistinctBy(entry => entry.Incoming.Guid ?? entry.Incoming.Article.Id, StringComparer.Ordinal)];
    }

    /// <summary>The text of blocks, without a first one that repeats the headline.</summary>
    public static string Text(IReadOnlyList<TextBlock> blocks, string? headline) => string.Join(
        "\n\n", blocks.SkipWhile(block => string.Equals(block.Text, headline, StringComparison.Ordinal)).Select(block => block.Text));

    private static int Links(IEnumerable<FeedItem> items) => items.Select(item => item.Link).Distinct().Count();

    /// <param name="hasSharedId">Other items with other links have its guid too, so it names nothing.</param>
    private static FeedEntry? Entry(Source source, Feed feed, FeedItem item, bool hasSharedId)
    {
        var (content, summary) = (Text(item.Content, item.Title), Text(item.Summary, item.Title));
        var text = content.Length >= summary.Length ? content : summary;
        var isTeaser = item.Link is not null && (text.Length < ShortText || Cut.Any(cut => text.EndsWith(cut, StringComparison.Ordinal)));
        if (text.Length == 0 && item.Title is null)
        {
            return null;
        }

        var article = new Article(
            item.Title, source.Outlet, item.Link, item.Language ?? feed.Language, item.PublishedAt ?? item.UpdatedAt, text.Length > 0 ? text : item.Title!);
        return new FeedEntry(
            new IncomingArticle(source.Id, hasSharedId ? null : item.Id, article)
            {
                Byline = item.Author,
                TeaserOnly = isTeaser,
                Categories = item.Categories,
                Picture = Picture(item),
            },
            NeedsPage: isTeaser);
    }

    /// <summary>The first, or the first that somebody describes.</summary>
    private static ArticlePicture? Picture(FeedItem item)
    {
        var pictures = item.Enclosures.Where(it => it.IsPicture).ToList();
        var chosen = pictures.Find(it => it.Alt is not null) ?? pictures.FirstOrDefault();
        return ArticlePicture.Of(chosen?.Address, chosen?.Alt);
    }
}

/// <param name="NeedsPage">Whether its text looks like the beginning of one that the item's page has.</param>
internal sealed record FeedEntry(IncomingArticle Incoming, bool NeedsPage);
