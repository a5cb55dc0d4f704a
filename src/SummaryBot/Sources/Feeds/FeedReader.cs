using System.Xml.Linq;

namespace SummaryBot.Sources.Feeds;

/// <summary>Reads RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed 1.0 and 1.1, however damaged, within fixed bounds.</summary>
/// <remarks>Pure. It never throws: a feed is read or refused. No entity, file or address that a feed refers to is ever opened.</remarks>
public static class FeedReader
{
    /// <summary>Longer feeds are refused.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Items behind these are counted, not read.</summary>
    public const int MaxItems = 5000;

    /// <param name="body">Decompressed.</param>
    /// <param name="mediaType">As the server names it; it decides nothing, because servers name it wrong.</param>
    /// <param name="charset">As the server names it; null where it does not.</param>
    /// <param name="address">Where the feed was found, for relative addresses; null where unknown.</param>
    public static FeedResult Read(ReadOnlyMemory<byte> body, string? mediaType, string? charset, Uri? address)
    {
        if (body.Length > MaxBytes)
        {
            return new FeedResult.Refused($"It has {body.Length / 1024.0 / 1024.0:F1} MB; a feed has {MaxBytes / 1024 / 1024} MB at most.");
        }

        var text = Decoding.Decode(body.Span, charset);
        var start = text.AsSpan().TrimStart();
        return start.Length == 0 ? new FeedResult.Refused("It is empty.")
            : start[0] is '{' or '[' ? JsonFeedReader.Read(text, address)
            : ReadXml(text, mediaType, address);
    }

    private static FeedResult ReadXml(string text, string? mediaType, Uri? address)
    {
        var root = FeedRoot.Find(text, "rss", "rdf", "feed", "channel");
        if ((root.Problem ?? (root.At < 0 ? NoFeed(root.First, mediaType) : null)) is { } reason)
        {
            return new FeedResult.Refused(reason);
        }

        var tree = XmlTree.Read(text[root.At..], root.Entities);
        return tree.Root is null ? new FeedResult.Refused(tree.Problem!) : new FeedResult.Read(ReadTree(tree.Root, address));
    }

    private static string NoFeed(string? first, string? mediaType) => first switch
    {
        "html" => "It is a web page, not a feed.",
        null when mediaType is null => "It is neither XML nor JSON.",
        null => $"It is neither XML nor JSON but {FeedText.OneLine(mediaType)}.",
        _ => $"It is no feed: it has no element <rss>, <rdf:RDF>, <feed> or <channel>, and begins with <{first}>.",
    };

    private static Feed ReadTree(XElement root, Uri? address)
    {
        var kind = root.Name.LocalName.Lower() switch
        {
            "feed" => FeedKind.Atom,
            "rdf" => FeedKind.Rdf,
            "channel" when IsCdf(root) => FeedKind.Cdf,
            _ => FeedKind.Rss,
        };
        var own = kind == FeedKind.Rdf ? (root.Elements().FirstOrDefault(it => it.Name.LocalName is "channel" or "item") ?? root).Name.Namespace : root.Name.Namespace;
        return new XmlFeedReader(root, kind, new FeedNames(own, kind == FeedKind.Atom), address).Read();
    }

    private static bool IsCdf(XElement root) =>
        root.Elements().Append(root).Any(it => it.Attributes().Any(attribute => attribute.Name.LocalName.Equals("href", StringComparison.OrdinalIgnoreCase)));
}
