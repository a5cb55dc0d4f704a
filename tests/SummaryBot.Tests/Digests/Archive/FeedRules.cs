using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SummaryBot.Tests.Digests.Archive;

/// <summary>
/// The rules of the W3C feed validation service that apply to what the bot writes (<see href="https://validator.w3.org/feed/docs/"/>), from RFC 4287 and the RSS 2.0
/// specification: encoding and characters, elements that must be there and stand once, dates, ids, addresses, languages, media types, and the HTML inside.
/// </summary>
internal static partial class FeedRules
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    private static readonly HashSet<string> SafeTags = new(StringComparer.Ordinal) { "h2", "h3", "p", "blockquote", "a", "del", "html", "head", "body" };

    private static readonly HashSet<string> AtomElements = new(StringComparer.Ordinal)
    {
        "feed", "id", "title", "updated", "published", "author", "name", "link", "generator", "entry", "content",
    };

    /// <summary>Every rule that a feed breaks, in words; none for a valid one.</summary>
    public static IReadOnlyList<string> Broken(byte[] body, string mediaType)
    {
        var broken = new List<string>();
        if (Decode(body) is not { } text)
        {
            return ["it is not UTF-8"];
        }

        Check(broken, text.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", StringComparison.Ordinal), "it does not declare its encoding");
        Check(broken, text.EnumerateRunes().All(rune => XmlConvert.IsXmlChar((char)Math.Min(rune.Value, 0xFFFD)) && !IsNoncharacter(rune.Value)), "it has a character that does not belong into XML");
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            document = XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            return [.. broken, $"it is not well-formed: {e.Message}"];
        }

        return [.. broken, .. document.Root!.Name.LocalName is "feed" ? Atom(document.Root, mediaType) : Rss(document.Root, mediaType)];
    }

    private static List<string> Atom(XElement feed, string mediaType)
    {
        var broken = new List<string>();
        XNamespace atom = AtomNamespace;
        Check(broken, mediaType.StartsWith("application/atom+xml", StringComparison.Ordinal), "its media type is not application/atom+xml");
        Check(broken, feed.Name == atom + "feed", "its root is not atom:feed");
        Check(broken, feed.DescendantsAndSelf().All(it => it.Name.Namespace == atom && AtomElements.Contains(it.Name.LocalName)), "it has elements that Atom does not know");
        Once(broken, feed, atom, "id", "title", "updated", "author");
        Language(broken, feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Check(broken, feed.Elements(atom + "author").All(it => it.Elements(atom + "name").Count() == 1 && it.Value.Trim().Length > 0), "an author has no name");
        foreach (var entry in feed.Elements(atom + "entry"))
        {
            Once(broken, entry, atom, "id", "title", "updated", "content");
            Check(broken, entry.Elements(atom + "content").All(it => it.Attribute("type")?.Value == "html" && !it.HasElements), "content is not escaped HTML");
            Check(broken, entry.Elements(atom + "link").Count(it => it.Attribute("rel")?.Value == "alternate") <= 1, "an entry has two alternates");
            Html(broken, entry.Element(atom + "content")?.Value ?? "");
        }

        Ids(broken, feed.Descendants(atom + "id").Select(it => it.Value));
        foreach (var date in feed.Descendants().Where(it => it.Name == atom + "updated" || it.Name == atom + "published"))
        {
            Check(broken, Rfc3339().IsMatch(date.Value) && DateTimeOffset.TryParse(date.Value, CultureInfo.InvariantCulture, out _), $"{date.Value} is no date of RFC 3339");
        }

        var updated = feed.Elements(atom + "entry").Select(it => it.Element(atom + "updated")?.Value).Max(StringComparer.Ordinal);
        Check(broken, string.CompareOrdinal(feed.Element(atom + "updated")?.Value, updated) >= 0, "the feed is older than an entry");
        foreach (var link in feed.Descendants(atom + "link"))
        {
            Address(broken, link.Attribute("href")?.Value);
            Check(broken, link.Attribute("rel")?.Value is "self" or "alternate", "a link has an unknown relation");
            Check(broken, MediaType().IsMatch(link.Attribute("type")?.Value ?? "text/html"), "a link has no media type");
        }

        foreach (var title in feed.Descendants(atom + "title"))
        {
            Check(broken, !title.HasElements && title.Value.Trim().Length > 0, "a title is empty or markup");
        }

        return broken;
    }

    private static List<string> Rss(XElement rss, string mediaType)
    {
        var broken = new List<string>();
        XNamespace atom = AtomNamespace;
        Check(broken, mediaType.StartsWith("application/rss+xml", StringComparison.Ordinal), "its media type is not application/rss+xml");
        Check(broken, rss.Name == "rss" && rss.Attribute("version")?.Value == "2.0", "it is not RSS 2.0");
        Check(broken, rss.Elements().Count() == 1 && rss.Element("channel") is not null, "it has not one channel");
        var channel = rss.Element("channel")!;
        Once(broken, channel, XNamespace.None, "title", "link", "description");
        Check(broken, new[] { "language", "lastBuildDate", "generator", "pubDate" }.All(name => channel.Elements(name).Count() <= 1), "a channel says something twice");
        Language(broken, channel.Element("language")?.Value);
        foreach (var item in channel.Elements("item"))
        {
            Check(broken, item.Element("title") is not null || item.Element("description") is not null, "an item has neither title nor description");
            Check(broken, item.Elements().GroupBy(it => it.Name).All(it => it.Count() == 1), "an item says something twice");
            Check(broken, item.Element("guid") is { } guid && (guid.Attribute("isPermaLink")?.Value == "false" || IsWebAddress(guid.Value)), "a guid is no permalink");
            Html(broken, item.Element("description")!.Value);
        }

        Ids(broken, channel.Descendants("guid").Select(it => it.Value));
        foreach (var date in channel.Descendants().Where(it => it.Name == "pubDate" || it.Name == "lastBuildDate"))
        {
            Check(broken, DateTimeOffset.TryParseExact(date.Value, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), $"{date.Value} is no date of RFC 822");
        }

        channel.Descendants("link").ToList().ForEach(link => Address(broken, link.Value));
        var self = channel.Elements(atom + "link").ToList();
        Check(broken, self.Count <= 1 && self.All(it => it.Attribute("rel")?.Value == "self" && it.Attribute("type")?.Value == "application/rss+xml"), "its atom:link is not itself");
        self.ForEach(it => Address(broken, it.Attribute("href")?.Value));
        channel.Descendants("title").ToList().ForEach(title => Check(broken, title.Value.Trim().Length > 0 && !Tag().IsMatch(title.Value), "a title is empty or markup"));
        return broken;
    }

    /// <summary>No script, no style, no form, nothing that is loaded, no attribute but an absolute address: what a reader can show as it is.</summary>
    private static void Html(List<string> broken, string html)
    {
        var faults = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = false });
        parser.Error += (_, e) => faults.Add(e.ToString()!);
        using var document = parser.ParseDocument($"<!DOCTYPE html><html><head></head><body>{html}</body></html>");
        Check(broken, faults.Count == 0, "its HTML is malformed");
        foreach (var element in document.All)
        {
            Check(broken, SafeTags.Contains(element.LocalName), $"its HTML has a {element.LocalName}");
            foreach (var attribute in element.Attributes)
            {
                Check(broken, element.LocalName == "a" && attribute.Name == "href", $"its HTML has an attribute {attribute.Name}");
                Address(broken, attribute.Value);
            }
        }

        Check(broken, document.Descendants<IComment>().Any() is false, "its HTML has a comment");
    }

    private static string? Decode(byte[] body)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    private static void Once(List<string> broken, XElement parent, XNamespace names, params string[] elements)
    {
        foreach (var name in elements)
        {
            Check(broken, parent.Elements(names + name).Count() == 1, $"{parent.Name.LocalName} has not one {name}");
        }
    }

    private static void Ids(List<string> broken, IEnumerable<string> ids)
    {
        var all = ids.ToList();
        Check(broken, all.Distinct(StringComparer.Ordinal).Count() == all.Count, "two ids are the same");
        all.ForEach(id => Check(broken, Urn().IsMatch(id), $"{id} is no full address"));
    }

    private static void Language(List<string> broken, string? language) => Check(broken, language is null || LanguageTag().IsMatch(language), $"{language} is no language");

    private static void Address(List<string> broken, string? address) => Check(broken, address is not null && IsWebAddress(address), $"{address} is no full address");

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && text.All(c => c is > ' ' and < (char)127 and not ('<' or '>' or '"' or '\\' or '^' or '`' or '{' or '|' or '}' or '[' or ']'));

    private static void Check(List<string> broken, bool holds, string rule)
    {
        if (!holds)
        {
            broken.Add(rule);
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339();

    [GeneratedRegex(@"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Urn();

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^[a-z]+/[a-z0-9.+-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MediaType();

    [GeneratedRegex(@"</?[A-Za-z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
