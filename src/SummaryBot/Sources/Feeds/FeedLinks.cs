namespace SummaryBot.Sources.Feeds;

/// <summary>Which of the addresses of a feed or item is the page to read.</summary>
internal static class FeedLinks
{
    public static Uri? OfFeed(FeedNode channel) =>
        Pages(channel, "link").Concat(Pages(channel, "atom:link")).FirstOrDefault() ?? channel.Address(channel.Attribute("href"));

    public static Uri? OfItem(FeedNode item) =>
        item.Address(item.TextOf("feedburner:origlink"))
        ?? Pages(item, "link").Concat(Pages(item, "atom:link")).FirstOrDefault()
        ?? Permalink(item)
        ?? item.Address(item.Attribute("href") ?? item.First("a")?.Attribute("href"))
        ?? WebAddress.Of(item.Attribute("about"), against: null)
        ?? item.First("content")?.Address(item.First("content")?.Attribute("src"));

    /// <summary>Where the feed says that it is itself.</summary>
    public static Uri? Self(FeedNode channel) => channel.All("link").Concat(channel.All("atom:link"))
        .Where(it => string.Equals(it.Attribute("rel"), "self", StringComparison.OrdinalIgnoreCase))
        .Select(it => it.Address(it.Attribute("href"))).FirstOrDefault(it => it is not null);

    /// <summary>Links without a relation or with the relation alternate; pages before other types.</summary>
    private static IEnumerable<Uri> Pages(FeedNode node, string name) => node.All(name)
        .Where(it => (it.Attribute("rel") ?? "alternate").EndsWith("alternate", StringComparison.OrdinalIgnoreCase))
        .OrderBy(it => (it.Attribute("type") ?? "text/html").Contains("html", StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .Select(it => it.Address(it.Attribute("href") ?? it.Text)).OfType<Uri>();

    /// <summary>RSS 2.0: a guid is the address of the item unless it says that it is not.</summary>
    private static Uri? Permalink(FeedNode item) =>
        item.First("guid") is { } guid && !string.Equals(guid.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase)
            ? WebAddress.Of(guid.Text, against: null)
            : null;
}
