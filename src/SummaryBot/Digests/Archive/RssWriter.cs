using System.Globalization;
using System.Text;
using System.Xml;

namespace SummaryBot.Digests.Archive;

/// <summary>Writes a feed as RSS 2.0: <see href="https://www.rssboard.org/rss-specification"/>.</summary>
public static class RssWriter
{
    public const string MediaType = "application/rss+xml; charset=utf-8";

    public static byte[] Write(OutFeed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, "http://www.w3.org/2005/Atom");
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Title(feed.Title));
        xml.WriteElementString("link", feed.Self is { } self ? PlainAddress.Of(self) : OutFeed.Home);
        xml.WriteElementString("description", "Every edition as it was sent.");
        FeedXml.Element(xml, "language", feed.Language);
        xml.WriteElementString("lastBuildDate", Date(feed.Updated));
        xml.WriteElementString("generator", $"SummaryBot ({OutFeed.Home})");
        Self(xml, feed.Self);
        feed.Entries.ToList().ForEach(entry => Item(xml, entry));
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, OutEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Title(entry.Title));
        FeedXml.Element(xml, "link", entry.Link is { } link ? PlainAddress.Of(link) : null);
        xml.WriteElementString("description", entry.Html);
        xml.WriteElementString("pubDate", Date(entry.SentAt));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(AtomWriter.Urn(entry.Id));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Self(XmlWriter xml, Uri? self)
    {
        if (self is not null)
        {
            xml.WriteStartElement("atom", "link", "http://www.w3.org/2005/Atom");
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteAttributeString("href", PlainAddress.Of(self));
            xml.WriteEndElement();
        }
    }

    /// <summary>RSS does not say whether a title is text or HTML, so readers guess: what they would take for markup is written as HTML, all else as it is.</summary>
    private static string Title(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            result.Append(text[i] switch
            {
                '&' when char.IsLetterOrDigit(next) || next == '#' => "&amp;",
                '<' when !char.IsWhiteSpace(next) => "&lt;",
                var other => other.ToString(),
            });
        }

        return result.ToString();
    }

    /// <summary>RFC 822 with a year of four digits, as RSS wants it.</summary>
    private static string Date(DateTimeOffset date) => date.ToString("R", CultureInfo.InvariantCulture);
}
