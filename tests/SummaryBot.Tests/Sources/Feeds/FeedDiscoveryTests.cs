using System.Text;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Tests.Sources.Feeds;

public sealed class FeedDiscoveryTests
{
    private static readonly Uri Page = new("https://example.com/town/");

    [Fact]
    public void A_page_names_its_feeds_likeliest_first_and_each_once()
    {
        var found = Find("""
            <html><head><title>Harbor</title>
            <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
            <script>document.write('<link rel="alternate" type="application/rss+xml" href="/script">')</script>
            <link rel="alternate" type="application/rss+xml" title="Harbor &raquo; Comments" href="/comments/feed/">
            <LINK HREF='feed.xml' TYPE='application/rss+xml; charset=utf-8' REL='Alternate' TITLE='Harbor &amp; Town'>
            <link rel=feed href=https://other.example/atom>
            <link rel="alternate" type="application/json" href="/wp-json/1"><link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="/rss.css">
            <link rel="alternate" type="application/atom+xml" href="javascript:alert(1)"><link rel="alternate" type="application/atom+xml" href="feed.xml">
            </head><body><a href="/rss.xml" title="RSS">RSS</a> <a href="/town/feed.xml">again</a> <a href="/about">About</a> <a href="mailto:a@example.com">Mail</a></body></html>
            """);
        Assert.Equal(
            ["https://example.com/town/feed.xml", "https://other.example/atom", "https://example.com/comments/feed/", "https://example.com/rss.xml"],
            found.Select(link => link.Address.AbsoluteUri));
        Assert.Equal(["Harbor & Town", null, "Harbor » Comments", "RSS"], found.Select(link => link.Title));
    }

    [Fact]
    public void A_base_element_changes_what_addresses_stand_against() =>
        Assert.Equal("https://cdn.example/x/feed", Assert.Single(Find("<base href='https://cdn.example/x/'><link rel=alternate type=application/rss+xml href=feed>")).Address.AbsoluteUri);

    [Theory]
    [InlineData("/feed", true)]
    [InlineData("/blog/feed/", true)]
    [InlineData("/news.rss", true)]
    [InlineData("/index.rdf", true)]
    [InlineData("/feed.json", true)]
    [InlineData("/?feed=rss2", true)]
    [InlineData("https://feeds.example.com/harbor", true)]
    [InlineData("/feedback", false)]
    [InlineData("/rss-explained", false)]
    [InlineData("/", false)]
    public void A_link_counts_where_its_address_looks_like_a_feed(string href, bool counts) =>
        Assert.Equal(counts, Find($"<a href='{href}'>x</a>").Count == 1);

    [Fact]
    public void A_hostile_page_gives_fifty_feeds_at_most()
    {
        Assert.Equal(50, Find(string.Concat(Enumerable.Range(0, 100_000).Select(at => $"<a href=/{at}/feed>x</a>"))).Count);
        Assert.Empty(Find(string.Concat(Enumerable.Repeat("<div>", 500_000))));
    }

    [Fact]
    public void Common_places_are_tried_below_the_page_and_then_below_the_root()
    {
        var guesses = FeedDiscovery.Guesses(new Uri("https://example.com/town?x=1#y")).Select(it => it.AbsoluteUri).ToList();
        Assert.Equal("https://example.com/town/feed", guesses[0]);
        Assert.Contains("https://example.com/rss.xml", guesses);
        Assert.Equal(guesses.Distinct(), guesses);
        Assert.Equal("https://example.com/feed", FeedDiscovery.Guesses(new Uri("https://example.com"))[0].AbsoluteUri);
    }

    private static IReadOnlyList<FeedLink> Find(string html) => FeedDiscovery.In(Encoding.UTF8.GetBytes(html), null, Page);
}
