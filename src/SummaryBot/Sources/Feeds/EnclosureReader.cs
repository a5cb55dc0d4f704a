using System.Globalization;

namespace SummaryBot.Sources.Feeds;

/// <summary>Pictures and sounds of an item of an XML feed.</summary>
internal static class EnclosureReader
{
    public const int MaxEnclosures = 20;

    private const int MaxType = 100;

    public static IReadOnlyList<FeedEnclosure> Of(FeedNode item)
    {
        var groups = item.All("media:group").Append(item).ToList();
        var nodes = item.All("enclosure")
            .Concat(item.All("link").Concat(item.All("atom:link")).Where(it => string.Equals(it.Attribute("rel"), "enclosure", StringComparison.OrdinalIgnoreCase)))
            .Concat(groups.SelectMany(group => group.All("media:content")))
            .Concat(groups.SelectMany(group => group.All("media:thumbnail")))
            .Concat(item.All("itunes:image"));
        return [.. nodes.Take(MaxEnclosures).Select(Read).OfType<FeedEnclosure>().DistinctBy(it => it.Address)];
    }

    public static long? Bytes(string? written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    public static string? MediaType(string? written) => FeedText.Word(written, MaxType);

    private static FeedEnclosure? Read(FeedNode node) =>
        node.Address(node.Attribute("url") ?? node.Attribute("href")) is { } address
            ? new FeedEnclosure(address, MediaType(node.Attribute("type")), Bytes(node.Attribute("length") ?? node.Attribute("fileSize")))
            : null;
}
