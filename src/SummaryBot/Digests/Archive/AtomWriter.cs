using System.Globalization;
using System.Xml;

namespace SummaryBot.Digests.Archive;

/// <summary>Writes a feed as Atom 1.0: <see href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</see>.</summary>
public static class AtomWriter
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(OutFeed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        FeedXml.Language(xml, feed.Language);
        Text(xml, "id", Urn(feed.Id));
        Text(xml, "title", feed.Title);
        Text(xml, "updated", Date(feed.Updated));
        Author(xml, feed.Title);
        Link(xml, "self", "application/atom+xml", feed.Self);
        xml.WriteStartElement("generator", Atom);
        xml.WriteAttributeString("uri", OutFeed.Home);
        xml.WriteString("SummaryBot");
        xml.WriteEndElement();
        feed.Entries.ToList().ForEach(entry => Entry(xml, entry));
        xml.WriteEndElement();
    });

    internal static string Urn(Guid id) => $"urn:uuid:{id:D}";

    private static void Entry(XmlWriter xml, OutEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", Urn(entry.Id));
        Text(xml, "title", entry.Title);
        Text(xml, "published", Date(entry.SentAt));
        Text(xml, "updated", Date(entry.SentAt));
        Link(xml, "alternate", "text/html", entry.Link);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Every feed needs somebody: it is the digest.</summary>
    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, Uri? address)
    {
        if (address is not null)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("href", PlainAddress.Of(address));
            xml.WriteEndElement();
        }
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    /// <summary>RFC 3339.</summary>
    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
