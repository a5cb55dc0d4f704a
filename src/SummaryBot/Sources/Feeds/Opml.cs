using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SummaryBot.Sources.Feeds;

/// <summary>Reads and writes lists of sources in OPML 2.0 (opml.org/spec2.opml), as feed readers exchange them.</summary>
public static class Opml
{
    public const int MaxSources = 10_000;

    private const int MaxName = 500;

    /// <summary>As forgiving as <see cref="FeedReader"/> and within the same bounds; it never throws.</summary>
    public static OpmlResult Read(ReadOnlyMemory<byte> body)
    {
        if (body.Length > FeedReader.MaxBytes)
        {
            return new OpmlResult.Refused($"It has {body.Length / 1024.0 / 1024.0:F1} MB; a list of sources has {FeedReader.MaxBytes / 1024 / 1024} MB at most.");
        }

        var text = Decoding.Decode(body.Span, charset: null);
        var root = FeedRoot.Find(text, "opml");
        if ((root.Problem ?? (root.At < 0 ? "It is no OPML: it has no element <opml>." : null)) is { } reason)
        {
            return new OpmlResult.Refused(reason);
        }

        var tree = XmlTree.Read(text[root.At..], root.Entities);
        return tree.Root is null ? new OpmlResult.Refused(tree.Problem!) : Read(tree.Root);
    }

    /// <summary>Sources of one group stand together, in the order in which the groups come first.</summary>
    /// <param name="title">Of the list.</param>
    public static string Write(string title, IEnumerable<OpmlSource> sources)
    {
        var body = new XElement("body");
        foreach (var group in sources.GroupBy(source => source.Group, StringComparer.Ordinal))
        {
            var parent = body;
            if (group.Key is { } name)
            {
                body.Add(parent = new XElement("outline", new XAttribute("text", XmlCharacters.Blank(name)), new XAttribute("title", XmlCharacters.Blank(name))));
            }

            parent.Add(group.Select(Outline));
        }

        var document = new XElement("opml", new XAttribute("version", "2.0"), new XElement("head", new XElement("title", XmlCharacters.Blank(title))), body);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            document.WriteTo(writer);
        }

        return string.Create(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n");
    }

    private static XElement Outline(OpmlSource source)
    {
        var name = XmlCharacters.Blank(source.Name);
        var outline = new XElement(
            "outline", new XAttribute("text", name), new XAttribute("title", name), new XAttribute("type", "rss"), new XAttribute("xmlUrl", source.Address.AbsoluteUri));
        if (source.Page is { } page)
        {
            outline.Add(new XAttribute("htmlUrl", page.AbsoluteUri));
        }

        return outline;
    }

    private static OpmlResult.Read Read(XElement root)
    {
        var sources = new List<OpmlSource>();
        var seen = new HashSet<Uri>();
        var skipped = 0;
        foreach (var outline in root.Descendants().Where(it => Is(it, "outline") && Attribute(it, "xmlUrl") is not null))
        {
            if (sources.Count >= MaxSources || WebAddress.Of(Attribute(outline, "xmlUrl"), against: null) is not { } address)
            {
                skipped++;
            }
            else if (seen.Add(address))
            {
                sources.Add(new OpmlSource(address, NameOf(outline) ?? address.Host, GroupOf(outline), WebAddress.Of(Attribute(outline, "htmlUrl"), against: null)));
            }
        }

        return new OpmlResult.Read(sources, skipped);
    }

    /// <summary>The outlines around it; without any, the first of its categories.</summary>
    private static string? GroupOf(XElement outline)
    {
        var around = outline.Ancestors().TakeWhile(it => Is(it, "outline")).Select(NameOf).OfType<string>().Reverse().ToList();
        return around.Count > 0 ? FeedText.Begin(string.Join('/', around), MaxName)
            : Line(Attribute(outline, "category")?.Split(',')[0].Trim('/', ' '));
    }

    private static string? NameOf(XElement outline) => Line(Attribute(outline, "text")) ?? Line(Attribute(outline, "title"));

    private static string? Line(string? text) => text is not null && FeedText.OneLine(text) is { Length: > 0 } line ? FeedText.Begin(line, MaxName) : null;

    private static bool Is(XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(it => it.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
