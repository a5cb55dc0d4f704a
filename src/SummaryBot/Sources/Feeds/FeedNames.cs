using System.Xml.Linq;

namespace SummaryBot.Sources.Feeds;

/// <summary>Names of elements as one word such as <c>title</c> or <c>dc:date</c>, whatever prefix a feed gives a namespace and however it spells its address.</summary>
/// <param name="own">The namespace of the feed itself, whose names have no prefix.</param>
/// <param name="isAtom">Whether Atom's names are the feed's own.</param>
internal sealed class FeedNames(XNamespace own, bool isAtom)
{
    private const int MaxGuesses = 500;
    private const string Atom = "http://www.w3.org/2005/atom";

    /// <summary>In lower case, without the last slash.</summary>
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        [""] = "",
        ["http://purl.org/rss/1.0"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        ["http://my.netscape.com/rdf/simple/0.9"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss091"] = "",
        ["http://backend.userland.com/rss092"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://cyber.law.harvard.edu/rss"] = "",
        ["http://cyber.law.harvard.edu/rss/rss.html"] = "",
        [Atom] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://purl.org/dc/elements/1.1"] = "dc",
        ["http://purl.org/dc/elements/1.0"] = "dc",
        ["http://purl.org/rss/1.0/modules/dc"] = "dc",
        ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication"] = "sy",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
    };

    private static readonly HashSet<string> Known = [.. Prefixes.Values.Where(prefix => prefix.Length > 0)];

    private readonly Dictionary<XName, string> _words = [];

    /// <summary>The address of a prefix that a feed uses without declaring it.</summary>
    public static string AddressOf(string prefix) =>
        Prefixes.FirstOrDefault(pair => pair.Value.Length > 0 && pair.Value.Equals(prefix, StringComparison.OrdinalIgnoreCase)).Key
        ?? "urn:undeclared:" + prefix;

    public string Of(XElement element)
    {
        if (!_words.TryGetValue(element.Name, out var word))
        {
            var prefix = PrefixOf(element);
            var local = element.Name.LocalName.Lower();
            _words[element.Name] = word = prefix.Length == 0 ? local : $"{prefix}:{local}";
        }

        return word;
    }

    private string PrefixOf(XElement element)
    {
        var prefix = element.Name.Namespace == own ? ""
            : Prefixes.TryGetValue(Canonical(element.Name.NamespaceName), out var known) ? known
            : _words.Count < MaxGuesses && element.GetPrefixOfNamespace(element.Name.Namespace) is { } written && Known.Contains(written) ? written
            : "?";
        return isAtom && prefix is "atom" ? "" : prefix;
    }

    private static string Canonical(string address) => address.Trim().Lower().TrimEnd('/');
}
