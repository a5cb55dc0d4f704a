using SummaryBot.Articles;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Sources;

public sealed class FullTextTests
{
    private const string Teaser = "The council met. Read more…";

    [Fact]
    public async Task Behind_a_teaser_the_text_of_the_page_is_taken_once()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var item = new MadeUpWeb.Item("a", "The council met", TestBot.Start.AddHours(-1)) { Text = Teaser };
        bot.Web.Feed(SourceBot.Url, item);
        bot.Web.Answer(item.Link!, MadeUpWeb.Html(item.Link!, $"<p>{MadeUpWeb.Story("the bridge")}</p><p>{MadeUpWeb.Story("the road")}</p>"));
        await bot.SubscribeAsync();
        await bot.VisitAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        bot.Web.Feed(SourceBot.Url, item, new MadeUpWeb.Item("b", "Another", bot.Time.GetUtcNow()));
        await bot.VisitAsync();
        Assert.Single(bot.Web.RequestsOf(item.Link!));
        var stored = (await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token)).Single(it => it.Article.Headline == item.Title);
        Assert.Equal($"{MadeUpWeb.Story("the bridge")}\n\n{MadeUpWeb.Story("the road")}", stored.Article.Text);
    }

    [Fact]
    public async Task Of_a_backlog_the_pages_of_the_newest_twenty_are_read()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var items = Enumerable.Range(0, 30).Select(i => new MadeUpWeb.Item($"{i}", $"Story {i}", TestBot.Start.AddHours(-1 - i)) { Text = $"{Teaser} {i} …" }).ToArray();
        bot.Web.Feed(SourceBot.Url, items);
        items.ToList().ForEach(item => bot.Web.Answer(item.Link!, MadeUpWeb.Html(item.Link!, $"<p>{MadeUpWeb.Story(item.Title)}</p>")));
        await bot.SubscribeAsync();
        Assert.Equal(30, Assert.Single(await bot.VisitAsync()).NewItems);
        var pages = bot.Web.Requests.Where(request => request.What.Wanted is FetchKind.Page).Select(request => request.What.Address.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(items.Take(20).Select(item => item.Link!).ToHashSet(StringComparer.Ordinal), pages);
        Assert.True(bot.Web.MostAtOnce <= 2);
    }

    [Theory]
    [InlineData("<p>The council met. Read more… Subscribe to go on.</p> paywall", true)]
    [InlineData("<p>Short.</p>", false)]
    public async Task A_page_that_keeps_its_text_back_is_told_apart_from_one_that_has_no_more(string page, bool teaserOnly)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var item = new MadeUpWeb.Item("a", "The council met", TestBot.Start.AddHours(-1)) { Text = Teaser };
        bot.Web.Feed(SourceBot.Url, item);
        bot.Web.Answer(item.Link!, MadeUpWeb.Html(item.Link!, page));
        await bot.SubscribeAsync();
        await bot.VisitAsync();
        Assert.Equal(teaserOnly, Assert.Single(await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token)).TeaserOnly);
    }

    [Fact]
    public async Task A_watched_page_is_news_once_and_takes_its_changes()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        const string Url = "https://news.example/live";
        bot.Web.Answer(Url, MadeUpWeb.Html(Url, $"<p>{MadeUpWeb.Story("the bridge")}</p>"));
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Page, new Uri(Url), "Live") { Backfill = Backfill.Latest }, TestBot.Token);
        Assert.Equal(1, Assert.Single(await bot.VisitAsync()).NewItems);
        bot.Time.Advance(TimeSpan.FromHours(1));
        bot.Web.Answer(Url, MadeUpWeb.Html(Url, $"<p>{MadeUpWeb.Story("the bridge")}</p><p>{MadeUpWeb.Story("the road")}</p>"));
        Assert.Equal(0, Assert.Single(await bot.VisitAsync()).NewItems);
        Assert.EndsWith(MadeUpWeb.Story("the road"), Assert.Single(await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token)).Article.Text, StringComparison.Ordinal);
    }

    /// <summary>Broken feeds give all items one guid.</summary>
    [Fact]
    public async Task Items_with_other_links_under_one_guid_are_articles_of_their_own()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Feed(SourceBot.Url, [.. Enumerable.Range(0, 5).Select(i => new MadeUpWeb.Item("same", $"Story {i}", TestBot.Start.AddHours(-i)) { Link = $"https://news.example/{i}" })]);
        await bot.SubscribeAsync();
        Assert.Equal(5, Assert.Single(await bot.VisitAsync()).NewItems);
    }
}
