using System.Text;
using CsCheck;
using SummaryBot.Articles.Extraction;
using SummaryBot.Articles.Markup;
using SummaryBot.Tests.Articles.Markup;

namespace SummaryBot.Tests.Articles.Extraction;

public sealed class PageReaderTests
{
    private static readonly Uri Address = new("https://news.example.com/world/harbor?id=7");

    /// <summary>Mutated pages; SUMMARYBOT_PAGES asks for more.</summary>
    private static readonly int Pages = int.Parse(Environment.GetEnvironmentVariable("SUMMARYBOT_PAGES") ?? "200", System.Globalization.CultureInfo.InvariantCulture);

    private const string Article = """
        <!doctype html><html lang="en-GB"><head><title>Harbor reopens after storm | The Example Times</title>
        <meta property="og:site_name" content="The Example Times"><link rel="canonical" href="/world/harbor">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Site"},{"@type":["NewsArticle"],"headline":"Harbor reopens",
        "datePublished":"2026-03-30T15:57:00+04:00","author":[{"@type":"Person","name":"Ada Quill"},{"@type":"Person","name":"Ben Ink"}],}]}</script></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <article><h1>Harbor reopens after storm</h1><p class="byline">By Ada Quill</p><time>30 March 2026</time>
        <p>The harbor of Lantern Bay opened again on Monday after a storm had kept ships away for nine days, the port authority said.</p>
        <figure><img src="a.jpg"><figcaption>Ships wait. Photo: A. Lens</figcaption></figure>
        <p>Divers had removed two wrecks from the channel, and the first ferry left at noon with 140 passengers on board.</p>
        <p><a href="/other">READ MORE: Ten harbors you should see</a></p>
        <h2>What comes next</h2>
        <blockquote><p>“We will rebuild the northern pier before the winter,” the harbor master, Cleo Anchor, told reporters.</p></blockquote>
        <ul><li>The pier is expected to cost four million and to take six months of work.</li><li>The lighthouse stays closed until a new lamp arrives from the mainland.</li></ul>
        <p>Fishermen welcomed the news, but some said that the catch of the season was lost already and asked for help.</p>
        <div class="share-tools">Share this on Facebook</div><div class="related-articles"><h3>Related</h3><ul><li><a href="/a">A storm is coming</a></li></ul></div>
        <p>Sign up for our newsletter to get the best of the coast in your inbox.</p></article>
        <footer>© 2026 The Example Times. All rights reserved.</footer></body></html>
        """;

    [Fact]
    public void An_article_is_read_with_what_its_page_says_about_it_and_without_the_furniture()
    {
        var page = Read(Article);
        Assert.Equal("Harbor reopens after storm", page.Headline);
        Assert.Equal("Ada Quill, Ben Ink", page.Byline);
        Assert.Equal("2026-03-30T15:57:00.0000000+04:00", page.PublishedAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(("The Example Times", "en", new Uri("https://news.example.com/world/harbor")), (page.Source, page.Language, page.Address));
        Assert.False(page.TeaserOnly);
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Quote, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Paragraph],
            page.Blocks.Select(block => block.Kind));
        Assert.StartsWith("The harbor of Lantern Bay", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("asked for help.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://news.example.com/world/harbor", "https://news.example.com/world/harbor")]
    [InlineData("https://www.example.com/world/harbor", "https://www.example.com/world/harbor")]
    [InlineData("http://m.example.com/a#top", "http://m.example.com/a")]
    [InlineData("https://evil.example.net/world/harbor", "https://news.example.com/world/harbor?id=7")]
    [InlineData("https://example.com.evil.net/a", "https://news.example.com/world/harbor?id=7")]
    [InlineData("https://user@news.example.com/a", "https://news.example.com/world/harbor?id=7")]
    [InlineData("https://news.example.com:8443/a", "https://news.example.com/world/harbor?id=7")]
    [InlineData("https://news.example.com/", "https://news.example.com/world/harbor?id=7")]
    [InlineData("javascript:alert(1)", "https://news.example.com/world/harbor?id=7")]
    [InlineData("file:///etc/passwd", "https://news.example.com/world/harbor?id=7")]
    [InlineData("http://127.0.0.1/a", "https://news.example.com/world/harbor?id=7")]
    [InlineData("http://[::1]/a", "https://news.example.com/world/harbor?id=7")]
    public void A_canonical_address_is_believed_for_its_own_site_only(string canonical, string expected) =>
        Assert.Equal(expected, Read(Article.Replace("href=\"/world/harbor\"", $"href=\"{canonical}\"", StringComparison.Ordinal)).Address?.AbsoluteUri);

    [Theory]
    [InlineData("https://one.co.uk/a", "https://two.co.uk/a", "https://two.co.uk/a")]
    [InlineData("https://www.one.co.uk/a", "https://m.one.co.uk/b", "https://www.one.co.uk/a")]
    [InlineData("https://news.example.com/a", "https://news-example-com.cdn.ampproject.org/c/s/news.example.com/a/amp", "https://news.example.com/a")]
    public void Sites_are_told_apart_below_the_names_of_registries_and_caches_are_trusted(string canonical, string found, string expected) =>
        Assert.Equal(expected, Read($"<link rel=canonical href={canonical}><p>Text", new Uri(found)).Address?.AbsoluteUri);

    [Theory]
    [InlineData("<meta property='article:published_time' content='2026-11-20T05:12:00+0100'>", "2026-11-20T05:12:00+01:00")]
    [InlineData("<meta name=date content='20261120'>", "2026-11-20T00:00:00+00:00")]
    [InlineData("<meta name='parsely-pub-date' content='2026-11-20 05:12:00Z'>", "2026-11-20T05:12:00+00:00")]
    [InlineData("<span itemprop='datePublished' content='2026-11-20T05:12'></span>", "2026-11-20T05:12:00+00:00")]
    [InlineData("<time datetime='2026-11-20T05:12:00-05:00'>today</time>", "2026-11-20T05:12:00-05:00")]
    [InlineData("<p class=date>Published 4:00 am CST, Friday, November 20, 2026</p>", "2026-11-20T00:00:00-06:00")]
    [InlineData("<p class=date>Nov. 20, 2026 5:52 PM EST</p>", "2026-11-20T17:52:00-05:00")]
    [InlineData("<p class=date>20 ноября 2026, 15:57</p>", "2026-11-20T15:57:00+00:00")]
    [InlineData("<p class=date>20. November 2026, 15:57 Uhr MEZ</p>", "2026-11-20T15:57:00+01:00")]
    [InlineData("<p class=date>20 Kasım 2026 15:57</p>", "2026-11-20T15:57:00+00:00")]
    [InlineData("<p class=date>20 de novembro de 2026 às 15:57</p>", "2026-11-20T15:57:00+00:00")]
    [InlineData("<p class=date>20.11.2026 15:57</p>", "2026-11-20T15:57:00+00:00")]
    [InlineData("<p class=date>11/12/2026</p>", "2026-11-12T00:00:00+00:00")]
    [InlineData("<html lang=fr><p class=date>11/12/2026</p>", "2026-12-11T00:00:00+00:00")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2026-11-20T10:12:00Z\"}</script><p class=date>Nov 20, 2026 5:12 am ET</p>", "2026-11-20T05:12:00-05:00")]
    [InlineData("<meta name=date content='0001-01-01'><meta name=pubdate content='9999-01-01'>", null)]
    [InlineData("<meta name=date content='2026-02-31'>", null)]
    [InlineData("<meta name=date content='yesterday'>", null)]
    [InlineData("<meta property='article:published_time' content='2026-11-20T05:12:00+3000'>", "2026-11-20T05:12:00+00:00")]
    public void The_date_is_read_in_its_own_zone(string html, string? expected) =>
        Assert.Equal(
            expected,
            Read(html, address: null).PublishedAt?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_date_may_stand_in_the_address_alone() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), Read("<p>Text", new Uri("https://example.com/2026/11/20/a-story")).PublishedAt);

    [Theory]
    [InlineData("<title>Storm hits coast - Example</title><meta property=og:site_name content=Example>", "Storm hits coast")]
    [InlineData("<title>Example | Storm hits coast</title><meta property=og:site_name content=Example>", "Storm hits coast")]
    [InlineData("<title>Storm hits coast of the bay | Example</title><h1>The Example</h1>", "Storm hits coast of the bay")]
    [InlineData("<title>Storm hits coast | Example</title><h1>Storm hits the coast</h1>", "Storm hits the coast")]
    [InlineData("<h1>Storm <em>hits</em>\n coast</h1>", "Storm hits coast")]
    [InlineData("<meta property=og:title content='Storm &amp;amp; coast'>", "Storm & coast")]
    [InlineData("<p>Nothing", null)]
    [InlineData("<title>Budget</title><body><article><h1>Council approves the roads of the north</h1><p>x</p></article>", "Council approves the roads of the north")]
    [InlineData("<title>Council approves the roads</title><body><h1>Mirbach News</h1><p>x</p>", "Council approves the roads")]
    public void The_headline_is_what_the_page_shows_as_one(string html, string? expected) => Assert.Equal(expected, Read(html, address: null).Headline);

    [Theory]
    [InlineData("<meta name=author content='By Ada Quill'>", "Ada Quill")]
    [InlineData("<meta property='article:author' content='https://social.example.com/ada'><a rel=author href=x>Ada Quill</a>", "Ada Quill")]
    [InlineData("<span itemprop=author><span itemprop=name>Ada Quill</span></span>", "Ada Quill")]
    [InlineData("<p class=byline>Von Ada Quill</p>", "Ada Quill")]
    [InlineData("<script type='application/ld+json'>[{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}},{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada Quill\"}]</script>", "Ada Quill")]
    [InlineData("<script type='application/ld+json'>{broken</script><meta name=author content='Ada Quill'>", "Ada Quill")]
    public void The_byline_is_names_alone(string html, string expected) => Assert.Equal(expected, Read(html, address: null).Byline);

    [Fact]
    public void A_text_that_its_markup_hides_is_taken_from_what_is_told_to_machines()
    {
        var body = string.Join(" ", Enumerable.Repeat("The council voted for the new bridge on Monday.", 20));
        var page = Read($$"""<div id=app></div><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{body}}"}</script>""", address: null);
        Assert.Equal(body, page.Text);
    }

    [Fact]
    public void A_language_that_a_template_names_wrongly_is_corrected_by_the_text()
    {
        var text = string.Concat(Enumerable.Repeat("<p>Der Hafen wurde am Montag nach einem Sturm wieder geöffnet, und die erste Fähre fuhr mit vielen Menschen ab.</p>", 5).Select((it, at) => it.Replace("Montag", $"Montag {at}", StringComparison.Ordinal)));
        Assert.Equal("de", Read($"<html lang=en><body><article>{text}</article>", address: null).Language);
    }

    public static TheoryData<string, string, string> Hostile() => new()
    {
        { "nested blocks", Repeat("<div>", 50_000) + "text", "nested 50,000 deep" },
        { "nested blocks between end tags of nothing", Repeat("<div></made-up>", 5_000) + "text", "nested 5,000 deep" },
        { "nested tables", "<table><tr><td>" + Repeat("<table><tr><td>", 5_000) + "text", "deep" },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(at => $"a{at}=1 ")) + ">text", "100,000 attributes" },
        { "paragraphs", Repeat("<p>A paragraph with some words in it.</p>", 50_000), "50,000 elements" },
        { "too much", new string('a', 5_000_001), "at most 5 MB" },
        { "nothing", " \n ", "empty" },
        { "no text", "GIF89a" + new string('\0', 100), "no text" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_page_that_would_choke_a_parser_is_refused_with_the_reason(string name, string html, string reason)
    {
        var refused = Assert.IsType<PageResult.Refused>(PageReader.Read(Encoding.UTF8.GetBytes(html), null, Address));
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void A_page_nested_a_little_too_deep_is_read_as_text()
    {
        var page = Read(Article.Replace("<article>", Repeat("<div>", 600), StringComparison.Ordinal));
        Assert.Equal("Harbor reopens", page.Headline);
        Assert.Contains("Divers had removed two wrecks", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_paragraphs_as_are_read_are_read_in_bounded_time()
    {
        var page = Read(string.Concat(Enumerable.Range(0, 15_000).Select(at => $"<p>The line with the number {at} has some words in it, too.</p>")), address: null);
        Assert.Equal(15_000, page.Blocks.Count);
    }

    [Fact]
    public void Plain_text_is_parted_at_its_empty_lines() =>
        Assert.Equal(["One line.", "Two lines."], Read("One\nline.\r\n\r\nTwo lines.", address: null).Blocks.Select(block => block.Text));

    [Fact]
    public void Whatever_becomes_of_a_page_it_is_read_or_refused_and_every_block_is_clean()
    {
        var cut = Gen.Select(Gen.Int[0, Article.Length - 1], Gen.Int[1, 80], Gen.OneOf("", "<div>", "<!--", "\"", "<script>", "</article>", "<b><p>", "\ud83d", "&#0;", "<table>", "<svg><p>"));
        cut.Array[1, 6].Sample(
            cuts =>
            {
                var html = cuts.Aggregate(Article, (text, it) => text[..Math.Min(it.Item1, text.Length)] + it.Item3 + text[Math.Min(text.Length, it.Item1 + it.Item2)..]);
                if (PageReader.Read(Encoding.UTF8.GetBytes(html), null, Address) is PageResult.Read { Page: var page })
                {
                    Assert.All(page.Blocks, HtmlBlocksTests.IsClean);
                }
            },
            iter: Pages);
    }

    private static Page Read(string html) => Read(html, Address);

    private static Page Read(string html, Uri? address) => Assert.IsType<PageResult.Read>(PageReader.Read(Encoding.UTF8.GetBytes(html), null, address)).Page;

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
