using System.Text.RegularExpressions;

namespace SummaryBot.Sources.Feeds;

/// <summary>Finds the feeds of a page. Pure: nothing is fetched.</summary>
public static partial class FeedDiscovery
{
    private const int MaxLinks = 50;

    private static readonly string[] Types =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x-rss+xml", "application/xml", "text/xml"];

    /// <summary>Feeds that the page declares, then links that look like feeds, likeliest first; at most 50.</summary>
    /// <param name="body">HTML.</param>
    /// <param name="charset">As the server names it; null where it does not.</param>
    /// <param name="address">The page's own.</param>
    public static IReadOnlyList<FeedLink> In(ReadOnlyMemory<byte> body, string? charset, Uri address)
    {
        var length = Math.Min(body.Length, FeedReader.MaxBytes);
        var found = new List<(int Rank, FeedLink Link)>();
        var scanner = new TagScanner(Decoding.Decode(body.Span[..length], charset));
        var @base = address;
        while (scanner.Next())
        {
            if (scanner.Kind == TagKind.Start)
            {
                @base = Take(scanner, @base, found);
            }
        }

        return [.. found.OrderBy(it => it.Rank).Select(it => it.Link).DistinctBy(it => it.Address).Where(it => it.Address != address).Take(MaxLinks)];
    }

    /// <summary>Addresses under which sites keep their feeds, likeliest first: below the page's folder, then below the root.</summary>
    public static IReadOnlyList<Uri> Guesses(Uri page)
    {
        var folders = new[] { new Uri(page, "."), new Uri(page, page.AbsolutePath.TrimEnd('/') + "/"), new Uri(page, "/") }
            .OrderByDescending(it => it.AbsolutePath.Length).Distinct().ToList();
        string[] names = ["feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "feeds/posts/default", "index.rdf", "rss/news.xml"];
        return [.. folders.SelectMany(folder => names.Select(name => new Uri(folder, name))).Distinct()];
    }

    private static Uri Take(TagScanner scanner, Uri @base, List<(int Rank, FeedLink Link)> found)
    {
        switch (scanner.Name.Lower())
        {
            case "base":
                return WebAddress.Of(scanner.Attribute("href"), @base) ?? @base;
            case "link" when RankOf(scanner) is { } rank:
                Add(rank, scanner.Attribute("title"));
                break;
            case "a" when found.Count < 10 * MaxLinks && scanner.Attribute("href") is { } href && LooksLikeFeed().IsMatch(Head(href)):
                Add(10, scanner.Attribute("title"));
                break;
            case "script" or "style" or "textarea" or "template":
                scanner.SkipToEndOf(scanner.Name);
                break;
            default:
                break;
        }

        return @base;

        void Add(int rank, string? title)
        {
            if (WebAddress.Of(scanner.Attribute("href"), @base) is { } target)
            {
                found.Add((rank, new FeedLink(target, FeedText.Word(title, FeedText.MaxLine))));
            }
        }
    }

    /// <summary>The feeds of comments come behind those of articles; JSON is a feed only where it says so.</summary>
    private static int? RankOf(TagScanner link)
    {
        var relations = (link.Attribute("rel") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var type = (link.Attribute("type") ?? "").Split(';')[0].Trim();
        var typeRank = Array.FindIndex(Types, it => it.Equals(type, StringComparison.OrdinalIgnoreCase));
        var isFeed = relations.Contains("feed", StringComparer.OrdinalIgnoreCase)
            || (typeRank >= 0 && relations.Contains("alternate", StringComparer.OrdinalIgnoreCase));
        var isOfComments = $"{link.Attribute("title")} {link.Attribute("href")}".Contains("comment", StringComparison.OrdinalIgnoreCase);
        return !isFeed ? null : isOfComments ? 5 : typeRank >= Types.Length - 2 ? 2 : 0;
    }

    private static string Head(string text) => text.Length <= 1000 ? text : text[..1000];

    [GeneratedRegex(@"(?:^feed:|[/.](?:rss|atom|rdf)(?:\.xml|\.php)?/?(?:[?#]|$)|/(?:feeds?|index|rss[^/]{0,20}|news)\.(?:xml|json|rdf)(?:[?#]|$)|/feeds?/?(?:[?#]|$)|[?&](?:feed|format|type)=(?:rss|atom)|//feeds\d?\.)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksLikeFeed();
}
