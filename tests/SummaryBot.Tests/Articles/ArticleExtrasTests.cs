using System.Text;
using SummaryBot.Articles;
using SummaryBot.Articles.Extraction;
using SummaryBot.Sources;
using SummaryBot.Sources.Feeds;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Tests.Articles;

/// <summary>Authors, categories and pictures, from what is read to what is stored.</summary>
public sealed class ArticleExtrasTests
{
    private const string Text = "The harbor opened on Monday after three years of work. Ships came from three countries.";

    private static readonly IncomingArticle Harbor =
        new(1, "1", new Article("Harbor opens", "Example News", new Uri("https://example.com/harbor-1"), "en", TestBot.Start.AddHours(-1), Text));

    private static readonly Source Feed = new(1, SourceKind.Feed, new Uri("https://example.com/feed"), "example.com", "Example News");

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task They_are_stored_with_the_article_and_change_without_a_new_version(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        Assert.Equal(TakenAs.Added, await TakeAsync(bot, Harbor));
        Assert.Empty((await StoredAsync(bot)).Categories);
        Assert.Null((await StoredAsync(bot)).Picture);

        var told = Harbor with { Byline = "A. Writer", Categories = ["Ports", "Łódź"], Picture = new ArticlePicture(new Uri("https://example.com/a.jpg"), "A ship") };
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, told));
        var stored = await StoredAsync(bot);
        Assert.Equal((told.Picture, "A. Writer", 1), (stored.Picture, stored.Byline, stored.Version));
        Assert.Equal(["Ports", "Łódź"], stored.Categories);

        var changed = told with { Categories = ["Ships"], Picture = new ArticlePicture(new Uri("https://example.com/b.jpg"), null) };
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, changed));
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, changed));
        stored = await StoredAsync(bot);
        Assert.Equal((changed.Picture, 1, Text), (stored.Picture, stored.Version, stored.Article.Text));
        Assert.Equal(["Ships"], stored.Categories);

        Assert.Equal(TakenAs.Known, await TakeAsync(bot, Harbor));
        Assert.Equal(changed.Picture, (await StoredAsync(bot)).Picture); // what is not said any more stays
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_changed_text_brings_its_own_and_another_source_only_fills_gaps(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await TakeAsync(bot, Harbor with { Categories = ["Ports"] });
        await TakeAsync(bot, Harbor with { SourceId = 2, Categories = ["Other"], Picture = new ArticlePicture(new Uri("https://example.com/other.jpg"), null) });
        var stored = await StoredAsync(bot);
        Assert.Equal(["Ports"], stored.Categories);
        Assert.Equal("https://example.com/other.jpg", stored.Picture?.Url.AbsoluteUri);

        var later = Harbor with { Article = Harbor.Article with { Text = $"{Text} It closed again." }, Categories = ["Weather"] };
        Assert.Equal(TakenAs.Changed, await TakeAsync(bot, later));
        stored = await StoredAsync(bot);
        Assert.Equal(["Weather"], stored.Categories);
        Assert.Equal(2, stored.Version);
    }

    [Fact]
    public async Task What_cannot_be_stored_or_shown_is_left_out()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await TakeAsync(bot, Harbor with
        {
            Categories = ["", "a\0b\nc", "half \uD83D", new string('x', 201), "Ports", "ports", .. Enumerable.Range(0, 99).Select(i => $"c{i}")],
            Picture = new ArticlePicture(new Uri("https://example.com/a.jpg"), $" A\n\tship\u0007 \uD83D{new string('y', 3000)}"),
        });
        var stored = await StoredAsync(bot);
        Assert.Equal(["a b c", "half \uFFFD", "Ports", "c0"], stored.Categories.Take(4));
        Assert.Equal(50, stored.Categories.Count);
        Assert.StartsWith("A ship \uFFFDyyy", stored.Picture!.Alt, StringComparison.Ordinal);
        Assert.Equal(1024, stored.Picture.Alt!.Length);
    }

    [Theory]
    [InlineData("ftp://example.com/a.jpg")]
    [InlineData("file:///a.jpg")]
    [InlineData("https://user:word@example.com/a.jpg")]
    [InlineData("data:image/png;base64,AAAA")]
    public void Only_pictures_of_the_web_are_taken(string address) => Assert.Null(ArticlePicture.Of(new Uri(address), "A ship"));

    [Fact]
    public void A_picture_with_an_endless_address_is_not_taken() =>
        Assert.Null(ArticlePicture.Of(new Uri($"https://example.com/{new string('a', 2048)}"), null));

    [Theory]
    [InlineData("""<enclosure url="https://example.com/a.mp3" type="audio/mpeg"/><enclosure url="https://example.com/a.jpg" type="image/jpeg"/>""", "https://example.com/a.jpg", null)]
    [InlineData("""<media:thumbnail url="https://example.com/t"/>""", "https://example.com/t", null)]
    [InlineData("""<media:content url="https://example.com/a" medium="image"><media:description>A ship &amp; its crew</media:description></media:content>""", "https://example.com/a", "A ship & its crew")]
    [InlineData("""<media:content url="https://example.com/a.png"><media:title>A ship</media:title></media:content>""", "https://example.com/a.png", "A ship")]
    [InlineData("""<enclosure url="https://example.com/a.jpg"/><media:content url="https://example.com/a.jpg"><media:title>A ship</media:title></media:content>""", "https://example.com/a.jpg", "A ship")]
    [InlineData("""<media:thumbnail url="https://example.com/t"/><media:content url="https://example.com/a" medium="image"><media:title>A ship</media:title></media:content>""", "https://example.com/a", "A ship")]
    [InlineData("""<media:content url="https://example.com/v.mp4" type="video/mp4"><media:thumbnail url="https://example.com/t"/></media:content>""", "https://example.com/t", null)]
    [InlineData("""<media:content url="https://example.com/a" medium="image"><media:description type="html">&lt;p&gt;All of it</media:description></media:content>""", "https://example.com/a", null)]
    [InlineData("""<media:content url="javascript:a.jpg" medium="image"/>""", null, null)]
    [InlineData("", null, null)]
    public void A_feed_names_the_picture_of_an_item(string elements, string? picture, string? alt)
    {
        var incoming = Entry($"""
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Example</title>
            <item><title>Harbor opens</title><link>https://example.com/1</link><author>ada@example.com (Ada Byron)</author><category>Ports</category>
            <category>Ships</category><description>{Text}</description>{elements}</item></channel></rss>
            """);
        Assert.Equal((picture, alt), (incoming.Picture?.Url.AbsoluteUri, incoming.Picture?.Alt));
        Assert.Equal(["Ports", "Ships"], incoming.Categories);
        Assert.Equal("Ada Byron", incoming.Byline);
    }

    [Fact]
    public void A_JSON_Feed_names_it_too()
    {
        var incoming = Entry($$"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Example", "items": [{"id": "1", "title": "Harbor opens", "content_text": "{{Text}}",
            "image": "https://example.com/a", "tags": ["Ports"], "authors": [{"name": "Ada Byron"}]}]}
            """);
        Assert.Equal(("https://example.com/a", "Ada Byron"), (incoming.Picture?.Url.AbsoluteUri, incoming.Byline));
        Assert.Equal(["Ports"], incoming.Categories);
    }

    [Fact]
    public void A_page_names_its_section_its_keywords_and_its_picture()
    {
        var page = Page("""
            <meta property="article:section" content="Local"><meta name="keywords" content="ports, Local , ,ships"><meta property="og:image" content="/a.jpg">
            <meta property="og:image:alt" content=" A  ship ">
            """);
        Assert.Equal(["Local", "ports", "ships"], page.Categories);
        Assert.Equal(new ArticlePicture(new Uri("https://example.com/a.jpg"), "A ship"), page.Picture);

        var bare = Page("""<meta property="og:image" content="data:image/png;base64,AAAA">""");
        Assert.Empty(bare.Categories);
        Assert.Null(bare.Picture);
    }

    private static Page Page(string head) => Assert.IsType<PageResult.Read>(PageReader.Read(
        Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head><title>Harbor opens</title>{head}</head><body><article><h1>Harbor opens</h1><p>{Text}</p></article></body></html>"),
        "utf-8",
        new Uri("https://example.com/news/1"))).Page;

    private static IncomingArticle Entry(string feed)
    {
        var read = Assert.IsType<FeedResult.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(feed), null, null, new Uri("https://example.com/feed"))).Feed;
        return Assert.Single(FeedItems.Of(Feed, read)).Incoming;
    }

    private static async Task<TakenAs> TakeAsync(TestBot bot, IncomingArticle item) =>
        Assert.Single(await bot.Get<ArticleIntake>().TakeAsync([item], TestBot.Token)).As;

    private static async Task<StoredArticle> StoredAsync(TestBot bot) => Assert.Single(await bot.Get<ArticleStore>().NewestAsync(50, TestBot.Token));
}
