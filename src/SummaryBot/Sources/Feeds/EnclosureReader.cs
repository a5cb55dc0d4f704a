using System.Globalization;

namespace SummaryBot.Sources.Feeds;

/// <summary>Pictures and sounds of an item of an XML feed.</summary>
internal static class EnclosureReader
{
    public const int MaxEnclosures = 20;

    public const string AnyPicture = "image/*";

    private const int MaxType = 100;
    private const int MaxAlt = 1024;

    public static IReadOnlyList<FeedEnclosure> Of(FeedNode item)
    {
        var groups = item.All("media:group").Append(item).ToList();
        var media = groups.SelectMany(group => group.All("media:content")).ToList();
        var files = item.All("enclosure")
            .Concat(item.All("link").Concat(item.All("atom:link")).Where(it => string.Equals(it.Attribute("rel"), "enclosure", StringComparison.OrdinalIgnoreCase)))
            .Concat(media).Select(it => Read(it, string.Equals(it.Attribute("medium"), "image", StringComparison.OrdinalIgnoreCase) ? AnyPicture : null));
        var pictures = groups.Concat(media).SelectMany(group => group.All("media:thumbnail")).Concat(item.All("itunes:image")).Select(it => Read(it, AnyPicture));
        return Distinct(files.Concat(pictures));
    }

    /// <summary>Each address once, with what any of its places says of the picture.</summary>
    public static IReadOnlyList<FeedEnclosure> Distinct(IEnumerable<FeedEnclosure?> found) =>
    [
        .. found.Take(MaxEnclosures).OfType<FeedEnclosure>().GroupBy(it => it.Address)
            .Select(same => same.First() with { Alt = same.Select(it => it.Alt).FirstOrDefault(alt => alt is not null) }),
    ];

    /// <summary>Plain text alone: what holds markup describes more than the picture.</summary>
    public static string? Alt(string? written) => written is null || written.Contains('<', StringComparison.Ordinal) ? null : FeedText.Word(Entities.Decode(FeedText.Begin(written, MaxAlt)), MaxAlt);

    public static long? Bytes(string? written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    public static string? MediaType(string? written) => FeedText.Word(written, MaxType);

    /// <param name="type">Where the node names none.</param>
    private static FeedEnclosure? Read(FeedNode node, string? type) =>
        node.Address(node.Attribute("url") ?? node.Attribute("href")) is { } address
            ? new FeedEnclosure(address, MediaType(node.Attribute("type")) ?? type, Bytes(node.Attribute("length") ?? node.Attribute("fileSize")))
            {
                Alt = Alt(node.TextOf("media:description", "media:title")),
            }
            : null;
}
