using System.Text;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Tests.Sources.Feeds;

/// <summary>The same two items in every format. Town, bridge and ferry are made up.</summary>
internal static class FeedSamples
{
    public const string Rss20 = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
          <channel>
            <title>Harbor News</title><link>https://example.com/</link><description>News of the harbor</description><language>en-gb</language>
            <ttl>45</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <item>
              <title>Bridge opens &amp; ferry stops</title><link>https://example.com/bridge</link><guid isPermaLink="false">b-1</guid>
              <pubDate>Mon, 02 Mar 2026 08:30:00 +0200</pubDate><dc:creator>Ada Stone</dc:creator><category>Traffic</category><category>Town</category>
              <description>The bridge opened.</description>
              <content:encoded><![CDATA[<p>The bridge opened on <b>Monday</b>.</p><p>The ferry&nbsp;stops.</p>]]></content:encoded>
              <enclosure url="https://example.com/bridge.jpg" type="image/jpeg" length="12345"/>
            </item>
            <item>
              <title>Market moves</title><guid>https://example.com/market</guid><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>
              <author>desk@example.com (Ben Field)</author><description>&lt;p&gt;The market moved.&lt;/p&gt;</description>
            </item>
          </channel>
        </rss>
        """;

    public const string Rss10 = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
          <channel rdf:about="https://example.com/"><title>Harbor News</title><link>https://example.com/</link><description>News</description><dc:language>en</dc:language>
            <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency><items><rdf:Seq><rdf:li rdf:resource="https://example.com/bridge"/></rdf:Seq></items></channel>
          <item rdf:about="https://example.com/bridge"><title>Bridge opens &amp; ferry stops</title><link>https://example.com/bridge</link>
            <description>The bridge opened.</description><dc:date>2026-03-02T08:30:00+02:00</dc:date><dc:creator>Ada Stone</dc:creator><dc:subject>Traffic</dc:subject></item>
          <item rdf:about="https://example.com/market"><title>Market moves</title><link>https://example.com/market</link><dc:date>2026-03-01T10:00Z</dc:date></item>
        </rdf:RDF>
        """;

    public const string Rss090 = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
          <channel><title>Harbor News</title><link>https://example.com/</link></channel>
          <item><title>Bridge opens &amp; ferry stops</title><link>https://example.com/bridge</link></item>
          <item><title>Market moves</title><link>https://example.com/market</link></item>
        </rdf:RDF>
        """;

    public const string Rss091 = """
        <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
        <rss version="0.91"><channel><title>Harbor News</title><link>https://example.com/</link><language>en</language>
          <item><title>Bridge opens &amp; ferry stops</title><link>https://example.com/bridge</link><description>The bridge opened.</description></item>
          <item><title>Market moves</title><link>https://example.com/market</link></item></channel></rss>
        """;

    public const string Atom10 = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://example.com/">
          <title>Harbor News</title><link rel="self" href="feed.atom"/><link href="/"/><id>urn:x:feed</id><updated>2026-03-02T09:00:00Z</updated>
          <author><name>Ada Stone</name><email>ada@example.com</email></author>
          <entry><title type="html">Bridge opens &amp;amp; ferry &lt;i&gt;stops&lt;/i&gt;</title><link rel="alternate" href="bridge"/><link rel="enclosure" href="bridge.jpg" type="image/jpeg" length="12345"/>
            <id>urn:x:1</id><published>2026-03-02T08:30:00+02:00</published><updated>2026-03-02T09:00:00.5Z</updated><category term="traffic" label="Traffic"/>
            <summary>The bridge opened.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The bridge opened on <b>Monday</b>.</p><p>The ferry stops.</p></div></content></entry>
          <entry xml:lang="de-AT"><title>Market moves</title><link href="market"/><id>urn:x:2</id><updated>2026-03-01T10:00:00Z</updated><author><name>Ben Field</name></author></entry>
        </feed>
        """;

    public const string Atom03 = """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">Harbor &lt;b&gt;News&lt;/b&gt;</title><link rel="alternate" type="text/html" href="https://example.com/"/>
          <entry><title>Bridge opens &amp; ferry stops</title><link rel="alternate" type="text/html" href="https://example.com/bridge"/><id>tag:example.com,2026:1</id>
            <issued>2026-03-02T08:30:00+02:00</issued><modified>2026-03-02T09:00:00Z</modified><author><name>Ada Stone</name></author>
            <summary type="text/plain">The bridge opened.</summary><content type="text/html" mode="base64">PHA+VGhlIGJyaWRnZSBvcGVuZWQgb24gPGI+TW9uZGF5PC9iPi48L3A+PHA+VGhlIGZlcnJ5IHN0b3BzLjwvcD4=</content></entry>
          <entry><title>Market moves</title><link href="https://example.com/market"/><modified>2026-03-01T10:00:00Z</modified></entry></feed>
        """;

    public const string Cdf = """
        <CHANNEL HREF="https://example.com/" BASE="https://example.com/"><TITLE>Harbor News</TITLE><ABSTRACT>News</ABSTRACT>
          <ITEM HREF="https://example.com/bridge" LASTMOD="2026-03-02T08:30+0200"><TITLE>Bridge opens &amp; ferry stops</TITLE><ABSTRACT>The bridge opened.</ABSTRACT></ITEM>
          <ITEM><A HREF="https://example.com/market"/><TITLE>Market moves</TITLE></ITEM></CHANNEL>
        """;

    public const string Json11 = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Harbor News", "home_page_url": "https://example.com/", "language": "en-US", "authors": [{"name": "Desk"}],
         "items": [
          {"id": "1", "url": "https://example.com/bridge", "title": "Bridge opens & ferry stops", "date_published": "2026-03-02T08:30:00+02:00", "date_modified": "2026-03-02T09:00:00Z",
           "authors": [{"name": "Ada Stone"}, {"name": "Ben Field"}], "summary": "The bridge opened.", "content_html": "<p>The bridge opened on <b>Monday</b>.</p><p>The ferry stops.</p>",
           "tags": ["Traffic"], "attachments": [{"url": "https://example.com/bridge.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12345}]},
          {"id": 2, "url": "/market", "title": "Market moves", "content_text": "The market moved.\n\nIt rests.", "language": "de"}]}
        """;

    public const string Json10 = """
        {"version": "https://jsonfeed.org/version/1", "title": "Harbor News", "author": {"name": "Desk"}, "items": [{"id": "1", "title": "Bridge opens & ferry stops"}, {"id": "2", "title": "Market moves"}]}
        """;

    public static string[] All { get; } = [Rss20, Rss10, Rss090, Rss091, Atom10, Atom03, Cdf, Json11, Json10];

    public static FeedResult Read(byte[] bytes, string? charset = null, string? address = null) =>
        FeedReader.Read(bytes, mediaType: null, charset, address is null ? null : new Uri(address));

    /// <summary>The feed, which must be one.</summary>
    public static Feed Feed(string text, string? address = null) => Assert.IsType<FeedResult.Read>(Read(Encoding.UTF8.GetBytes(text), null, address)).Feed;

    /// <summary>Why it is refused, which it must be.</summary>
    public static string Refusal(string text) => Assert.IsType<FeedResult.Refused>(Read(Encoding.UTF8.GetBytes(text))).Reason;

    /// <summary>The only item of an RSS 2.0 feed that has these elements.</summary>
    public static FeedItem Item(string elements, string? address = null) =>
        Assert.Single(Feed($"<rss version=\"2.0\"><channel><title>t</title><item>{elements}</item></channel></rss>", address).Items);

    public static string Text(IReadOnlyList<SummaryBot.Articles.Markup.TextBlock> blocks) => string.Join('|', blocks.Select(block => block.Text));
}
