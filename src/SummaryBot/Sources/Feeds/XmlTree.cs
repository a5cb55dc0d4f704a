using System.Xml;
using System.Xml.Linq;

namespace SummaryBot.Sources.Feeds;

/// <summary>The elements of an XML text, or one sentence that says why they are not read.</summary>
internal readonly record struct XmlTree(XElement? Root, string? Problem)
{
    /// <summary>Real feeds have 20.</summary>
    public const int MaxDepth = 128;

    /// <summary>Elements and attributes; 5,000 long items have 150,000.</summary>
    public const int MaxNodes = 300_000;

    private const int MaxAttributes = 1000; // of one element

    public const string TooDeep = "Its elements are nested more than 128 deep.";
    public const string Grown = "Its document type declares entities that grow: they are never expanded.";
    public const string TooMany = "It has more than 300,000 elements and attributes.";

    /// <summary>Reads the element that a text begins with; what comes behind it is left alone.</summary>
    /// <param name="declared">The entities that the feed declares itself.</param>
    public static XmlTree Read(string text, IReadOnlyDictionary<string, string> declared)
    {
        try
        {
            return Measure(text) is { } problem ? new(null, problem) : new(Load(text), null);
        }
        catch (XmlException)
        {
            return TagSoup.Read(text, declared);
        }
    }

    /// <summary>Reads without keeping anything, so that a bomb ends where it begins.</summary>
    private static string? Measure(string text)
    {
        using var reader = Open(text);
        var nodes = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                nodes += 1 + reader.AttributeCount;
                if (Excess(reader, nodes) is { } problem)
                {
                    return problem;
                }
            }

            if (reader.Depth == 0 && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement))
            {
                return null;
            }
        }

        return null;
    }

    private static string? Excess(XmlReader reader, int nodes) =>
        reader.Depth >= MaxDepth ? TooDeep
        : reader.AttributeCount > MaxAttributes ? "One of its elements has more than 1,000 attributes."
        : nodes > MaxNodes ? TooMany
        : null;

    private static XElement Load(string text)
    {
        using var reader = Open(text);
        reader.MoveToContent();
        return (XElement)XNode.ReadFrom(reader);
    }

    private static XmlReader Open(string text)
    {
        var names = new NameTable();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = names,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        return XmlReader.Create(new StringReader(text), settings, new XmlParserContext(names, new Namespaces(names), null, XmlSpace.None));
    }

    /// <summary>Knows every prefix, declared or not.</summary>
    private sealed class Namespaces(XmlNameTable names) : XmlNamespaceManager(names)
    {
        public override string? LookupNamespace(string prefix) =>
            base.LookupNamespace(prefix) is { } known && (known.Length > 0 || prefix.Length == 0) ? known : NameTable!.Add(FeedNames.AddressOf(prefix));
    }
}
