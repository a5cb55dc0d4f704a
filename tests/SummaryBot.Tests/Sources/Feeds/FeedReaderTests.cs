using SummaryBot.Sources.Feeds;
using static SummaryBot.Tests.Sources.Feeds.FeedSamples;

namespace SummaryBot.Tests.Sources.Feeds;

public sealed class FeedReaderTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 30, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData(Rss20, FeedKind.Rss)]
    [InlineData(Rss10, FeedKind.Rdf)]
    [InlineData(Rss090, FeedKind.Rdf)]
    [InlineData(Rss091, FeedKind.Rss)]
    [InlineData(Atom10, FeedKind.Atom)]
    [InlineData(Atom03, FeedKind.Atom)]
    [InlineData(Cdf, FeedKind.Cdf)]
    [InlineData(Json11, FeedKind.Json)]
    [InlineData(Json10, FeedKind.Json)]
    public void Every_kind_of_feed_gives_its_title_and_its_items_in_order(string text, FeedKind kind)
    {
        var feed = Feed(text);
        Assert.Equal((kind, "Harbor News"), (feed.Kind, feed.Title));
        Assert.Equal(["Bridge opens & ferry stops", "Market moves"], feed.Items.Select(item => item.Title));
    }

    [Theory]
    [InlineData(Rss20)]
    [InlineData(Rss10)]
    [InlineData(Rss090)]
    [InlineData(Rss091)]
    [InlineData(Atom10)]
    [InlineData(Atom03)]
    [InlineData(Cdf)]
    public void The_page_of_the_feed_and_of_each_item_are_absolute(string text)
    {
        var feed = Feed(text);
        Assert.Equal("https://example.com/", feed.Link?.AbsoluteUri);
        Assert.Equal(["https://example.com/bridge", "https://example.com/market"], feed.Items.Select(item => item.Link?.AbsoluteUri));
    }

    [Theory]
    [InlineData(Rss20)]
    [InlineData(Rss10)]
    [InlineData(Atom10)]
    [InlineData(Atom03)]
    [InlineData(Json11)]
    public void The_date_keeps_its_zone(string text)
    {
        var date = Feed(text).Items[0].PublishedAt;
        Assert.Equal((Monday, Monday.Offset), (date, date?.Offset));
    }

    [Theory]
    [InlineData(Rss20)]
    [InlineData(Atom10)]
    [InlineData(Atom03)]
    [InlineData(Json11)]
    public void The_full_text_is_paragraphs_and_the_summary_stands_beside_it(string text)
    {
        var item = Feed(text).Items[0];
        Assert.Equal("The bridge opened on Monday.|The ferry stops.", Text(item.Content));
        Assert.Equal("The bridge opened.", Text(item.Summary));
    }

    [Fact]
    public void Rss_tells_identity_authors_categories_enclosures_and_language()
    {
        var feed = Feed(Rss20);
        Assert.Equal(["b-1", "https://example.com/market"], feed.Items.Select(item => item.Id));
        Assert.Equal(["Ada Stone", "Ben Field"], feed.Items.Select(item => item.Author));
        Assert.Equal(["Traffic", "Town"], feed.Items[0].Categories);
        Assert.Equal(new FeedEnclosure(new Uri("https://example.com/bridge.jpg"), "image/jpeg", 12345), Assert.Single(feed.Items[0].Enclosures));
        Assert.Equal(("en", "en"), (feed.Language, feed.Items[1].Language));
        Assert.Equal("The market moved.", Text(feed.Items[1].Summary));
        Assert.Empty(feed.Items[1].Content);
    }

    [Fact]
    public void Atom_tells_identity_authors_categories_enclosures_language_and_the_update()
    {
        var feed = Feed(Atom10);
        Assert.Equal(["urn:x:1", "urn:x:2"], feed.Items.Select(item => item.Id));
        Assert.Equal(["Ada Stone", "Ben Field"], feed.Items.Select(item => item.Author)); // the feed's where the entry names none
        Assert.Equal(["Traffic"], feed.Items[0].Categories);
        Assert.Equal(new FeedEnclosure(new Uri("https://example.com/bridge.jpg"), "image/jpeg", 12345), Assert.Single(feed.Items[0].Enclosures));
        Assert.Equal(["en", "de"], feed.Items.Select(item => item.Language));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, 500, TimeSpan.Zero), feed.Items[0].UpdatedAt);
        Assert.Null(feed.Items[1].PublishedAt);
    }

    [Fact]
    public void Json_tells_identity_authors_tags_attachments_and_language()
    {
        var feed = Feed(Json11, "https://example.com/feed.json");
        Assert.Equal(["1", "2"], feed.Items.Select(item => item.Id));
        Assert.Equal(["Ada Stone, Ben Field", "Desk"], feed.Items.Select(item => item.Author));
        Assert.Equal("https://example.com/market", feed.Items[1].Link?.AbsoluteUri);
        Assert.Equal(["Traffic"], feed.Items[0].Categories);
        Assert.Equal(new FeedEnclosure(new Uri("https://example.com/bridge.mp3"), "audio/mpeg", 12345), Assert.Single(feed.Items[0].Enclosures));
        Assert.Equal(["en", "de"], feed.Items.Select(item => item.Language));
        Assert.Equal("The market moved.|It rests.", Text(feed.Items[1].Content));
    }

    [Fact]
    public void A_feed_says_when_it_wants_to_be_visited()
    {
        var rss = Feed(Rss20).Timing;
        Assert.Equal(TimeSpan.FromMinutes(45), rss.Interval);
        Assert.Equal([0, 5], rss.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], rss.SkipDays);
        Assert.Equal(TimeSpan.FromHours(6), Feed(Rss10).Timing.Interval);
        Assert.Null(Feed(Atom10).Timing.Interval);
        Assert.Equal(TimeSpan.FromDays(30), Feed("<rss><channel><ttl>2147483647</ttl></channel></rss>").Timing.Interval);
    }

    [Theory]
    [InlineData("<link>/a</link>", "https://example.com/a")]
    [InlineData("<link> \n https://example.com/a\n</link>", "https://example.com/a")]
    [InlineData("<link>a?b=1&amp;c=2</link>", "https://example.com/feeds/a?b=1&c=2")]
    [InlineData("<link xml:base='https://other.example/x/'>a</link>", "https://other.example/x/a")]
    [InlineData("<link/><guid>https://example.com/g</guid>", "https://example.com/g")]
    [InlineData("<guid isPermaLink='false'>https://example.com/g</guid>", null)]
    [InlineData("<guid>42</guid>", null)]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>file:///etc/passwd</link>", null)]
    [InlineData("<link>https://proxy.example/1</link><x:origLink xmlns:x='http://rssnamespace.org/feedburner/ext/1.0'>https://example.com/a</x:origLink>", "https://example.com/a")]
    [InlineData("<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='self' href='/self'/><a:link xmlns:a='http://www.w3.org/2005/Atom' href='/a'/>", "https://example.com/a")]
    public void The_link_is_what_a_reader_opens(string elements, string? expected) =>
        Assert.Equal(expected, Item(elements, "https://example.com/feeds/rss").Link?.AbsoluteUri);

    [Fact]
    public void Without_an_address_relative_links_stand_against_the_page_of_the_feed() =>
        Assert.Equal("https://example.com/a", Feed("<rss><channel><link>https://example.com/</link><item><link>/a</link></item></channel></rss>").Items[0].Link?.AbsoluteUri);

    [Theory]
    [InlineData("AT&amp;T &lt; 3", "AT&T < 3")]
    [InlineData("AT&amp;amp;T", "AT&T")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; &amp;quot;move&amp;quot;", "Bold \"move\"")]
    [InlineData("<![CDATA[<i>Slanted</i> line]]>", "Slanted line")]
    [InlineData("List&lt;string&gt; is no markup", "List<string> is no markup")]
    [InlineData("  two\n   lines\t ", "two lines")]
    [InlineData("don&#146;t", "don’t")]
    [InlineData("<b>naked</b> markup", "naked markup")]
    [InlineData("", null)]
    public void A_title_is_one_plain_line(string title, string? expected) => Assert.Equal(expected, Item($"<title>{title}</title>").Title);

    [Theory]
    [InlineData("", "1 &lt; 2 &amp;amp; more", "1 < 2 &amp; more")]
    [InlineData("type='text'", "&lt;b&gt;", "<b>")]
    [InlineData("type='html'", "&lt;b&gt;x&lt;/b&gt; &amp;amp; y", "x & y")]
    [InlineData("type='xhtml'", "<div xmlns='http://www.w3.org/1999/xhtml'>x <br/><b>y</b></div>", "x y")]
    [InlineData("type='text/html' mode='base64'", "PGI+eDwvYj4=", "x")]
    [InlineData("type='text/html' mode='escaped'", "&lt;b&gt;x&lt;/b&gt;", "x")]
    public void An_atom_title_is_what_its_type_says(string attributes, string text, string expected) =>
        Assert.Equal(expected, Feed($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title {attributes}>{text}</title></entry></feed>").Items[0].Title);

    [Theory]
    [InlineData("<author>a@example.com (Ada Stone)</author>", "Ada Stone")]
    [InlineData("<author>Ada Stone &lt;a@example.com&gt;</author>", "Ada Stone")]
    [InlineData("<author>a@example.com</author>", "a@example.com")]
    [InlineData("<author>a@example.com</author><dc:creator>Ada Stone</dc:creator><dc:creator>Ben Field</dc:creator>", "Ada Stone, Ben Field")]
    [InlineData("<itunes:author>Ada Stone</itunes:author>", "Ada Stone")]
    [InlineData("", null)]
    public void An_author_is_a_name_where_there_is_one(string elements, string? expected) => Assert.Equal(expected, Item(elements).Author);

    [Fact]
    public void Where_nothing_better_is_said_media_and_podcast_elements_stand_in()
    {
        var item = Item("<media:group><media:title>Bridge</media:title><media:description>It opened.</media:description><media:thumbnail url='https://example.com/t.jpg'/></media:group>");
        Assert.Equal(("Bridge", "It opened."), (item.Title, Text(item.Summary)));
        Assert.Equal("https://example.com/t.jpg", Assert.Single(item.Enclosures).Address.AbsoluteUri);
        Assert.Equal("It opened.", Text(Item("<itunes:summary>It opened.</itunes:summary>").Summary));
    }

    [Fact]
    public void Elements_of_other_vocabularies_are_not_taken_for_those_of_the_feed() =>
        Assert.Null(Item("<title xmlns='http://www.w3.org/2000/svg'>drawing</title>").Title);

    [Fact]
    public void Plain_text_keeps_its_paragraphs() =>
        Assert.Equal("One came.|Two left & stayed.", Text(Item("<description>One\ncame.\n \nTwo left &amp;amp; stayed.</description>").Summary));

    [Fact]
    public void Items_behind_the_5000th_are_counted_but_not_read()
    {
        var feed = Feed($"<rss><channel>{string.Concat(Enumerable.Repeat("<item><title>a</title></item>", 5003))}</channel></rss>");
        Assert.Equal((5000, 3), (feed.Items.Count, feed.LeftOut));
    }

    [Fact]
    public void A_long_title_is_cut_between_characters()
    {
        var title = Item($"<title>{string.Concat(Enumerable.Repeat("👍🏽", 400))}</title>").Title!;
        Assert.InRange(title.Length, 990, 1000);
        Assert.Equal(0, title.Length % 4);
    }

    [Theory]
    [InlineData("", "It is empty.")]
    [InlineData(" \n ", "It is empty.")]
    [InlineData("hello", "It is neither XML nor JSON.")]
    [InlineData("<!DOCTYPE html><html><body><rss/></body></html>", "It is a web page, not a feed.")]
    [InlineData("<svg/>", "It is no feed: it has no element <rss>, <rdf:RDF>, <feed> or <channel>, and begins with <svg>.")]
    [InlineData("[1]", "It is JSON, but no JSON Feed: it has neither such a \"version\" nor \"items\".")]
    [InlineData("{\"items\": [", "Its JSON is broken in line 1, or nested more than 64 deep.")]
    public void What_is_no_feed_is_refused_with_its_reason(string text, string reason) => Assert.Equal(reason, Refusal(text));
}
