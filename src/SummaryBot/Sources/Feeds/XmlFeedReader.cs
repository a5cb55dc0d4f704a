using System.Xml.Linq;

namespace SummaryBot.Sources.Feeds;

/// <summary>Reads the tree of an XML feed of any kind: what the kinds call differently means the same.</summary>
internal sealed class XmlFeedReader(XElement element, FeedKind kind, FeedNames names, Uri? address)
{
    private readonly FeedText _text = new();

    public Feed Read()
    {
        var root = new FeedNode(element, names, address);
        var channel = kind is FeedKind.Rss or FeedKind.Rdf ? root.First("channel") ?? root : root;
        var link = FeedLinks.OfFeed(channel);
        var language = FeedNode.LanguageOf(channel.TextOf("language", "dc:language")) ?? channel.Language;
        var elements = Items(channel).Concat(channel.Element == root.Element ? [] : Items(root)).ToList();
        var reader = new XmlItemReader(_text, kind == FeedKind.Atom, language, kind == FeedKind.Atom ? FeedPeople.Of(channel, _text) : null);
        var items = elements.Take(FeedReader.MaxItems).Select(item => reader.Read(new FeedNode(item, names, address ?? FeedLinks.Self(channel) ?? link)));
        return new Feed(kind, _text.Line(channel.FirstOf("title", "dc:title"), kind == FeedKind.Atom), link, language, TimingReader.Read(channel), [.. items])
        {
            LeftOut = Math.Max(0, elements.Count - FeedReader.MaxItems),
        };
    }

    private IEnumerable<XElement> Items(FeedNode parent) =>
        parent.Element.Elements().Where(it => names.Of(it) is "item" or "entry");
}
