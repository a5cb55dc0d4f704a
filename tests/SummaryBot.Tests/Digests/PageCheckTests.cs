using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Corrections;
using SummaryBot.Sources.Fetching;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Tests.Digests;

/// <summary>Whether the pages that messages quote are still there.</summary>
public sealed class PageCheckTests
{
    private const string Url = "https://news.example/harbor";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_quoted_page_is_looked_at_after_1_6_and_24_hours_and_then_no_more(string kind)
    {
        await using var bot = await SentAsync(kind);
        bot.Web.Answer(Url, MadeUpWeb.Html(Url, "<p>The harbor opened.</p>"));
        await PassAsync(bot, TimeSpan.FromHours(60));
        Assert.Equal([1, 6, 24], bot.Web.Requests.Select(request => (int)Math.Round((request.At - TestBot.Start.AddHours(1)).TotalHours)));
        Assert.Null(await GoneAtAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_page_that_is_missing_twice_was_withdrawn_and_is_struck_through(string kind)
    {
        await using var bot = await SentAsync(kind);
        bot.Web.Answer(Url, new FetchOutcome.Gone(410));
        await PassAsync(bot, TimeSpan.FromMinutes(80));
        Assert.Null(await GoneAtAsync(bot));
        Assert.Single(bot.Web.Requests);
        await PassAsync(bot, TimeSpan.FromMinutes(30));
        Assert.NotNull(await GoneAtAsync(bot));
        Assert.Equal(2, bot.Web.Requests.Count);
        Assert.True(bot.Web.Requests[1].At - bot.Web.Requests[0].At >= TimeSpan.FromMinutes(30));
        await bot.Get<Corrector>().CheckAsync(TestBot.Token);
        Assert.Equal(1, await bot.Get<ChangeOutbox>().DrainAsync(TestBot.Token));
        Assert.True(Assert.Single(Assert.Single(bot.Chat.Edits).Message.Stories).IsWithdrawn);
        await PassAsync(bot, TimeSpan.FromHours(30));
        Assert.Equal(2, bot.Web.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_is_missing_once_or_leads_to_the_home_page_was_not_withdrawn()
    {
        await using var bot = await SentAsync("SQLite");
        var answers = new Queue<FetchOutcome>([new FetchOutcome.Gone(404), MadeUpWeb.Html("https://news.example/", "<p>All news.</p>"), new FetchOutcome.Failed("It answered 500.", 500), new FetchOutcome.Gone(404)]);
        bot.Web.Answer(Url, _ => Task.FromResult(answers.TryDequeue(out var answer) ? answer : MadeUpWeb.Html(Url, "<p>The harbor opened.</p>")));
        await PassAsync(bot, TimeSpan.FromHours(60));
        Assert.Empty(answers);
        Assert.Null(await GoneAtAsync(bot));
    }

    [Fact]
    public async Task A_host_that_asks_for_patience_is_left_alone()
    {
        await using var bot = await SentAsync("SQLite");
        bot.Web.Answer(Url, new FetchOutcome.AskAgain(TimeSpan.FromHours(5), 429));
        await PassAsync(bot, TimeSpan.FromHours(5.5));
        Assert.Single(bot.Web.Requests);
        await PassAsync(bot, TimeSpan.FromHours(2));
        Assert.Equal(2, bot.Web.Requests.Count);
        Assert.Null(await GoneAtAsync(bot));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(29, false)]
    [InlineData(30, true)]
    [InlineData(24 * 60, true)]
    [InlineData((24 * 60) + 1, false)]
    public void Missing_twice_counts_within_a_day_and_half_an_hour_apart(int minutes, bool isGone) =>
        Assert.Equal(isGone, PageCheckTimes.IsGone(TestBot.Start, TestBot.Start.AddMinutes(minutes)));

    private static async Task<TestBot> SentAsync(string kind)
    {
        var bot = await TestBot.StartAsync(kind);
        await bot.Get<ArticleStore>().AddAsync(new Article("Harbor opens", "Example News", new Uri(Url), "en", null, MadeUpWeb.Story("the harbor")), TestBot.Token);
        await bot.AddArticleAsync("A letter without an address came. Nobody can look whether it is there.");
        await bot.AddDigestAsync(options => options.MaxStories = 1);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
        Assert.Equal(1, await bot.Get<Outbox>().DrainAsync(TestBot.Token));
        Assert.Equal("Harbor opens", Assert.Single(Assert.Single(bot.Chat.Messages).Message.Stories).Headline);
        return bot;
    }

    /// <summary>As the job does, every 10 minutes.</summary>
    private static async Task PassAsync(TestBot bot, TimeSpan time)
    {
        for (var end = bot.Time.GetUtcNow() + time; bot.Time.GetUtcNow() < end;)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(10));
            await bot.Get<PageChecker>().CheckAsync(TestBot.Token);
        }
    }

    private static async Task<DateTimeOffset?> GoneAtAsync(TestBot bot) =>
        Assert.Single(await bot.Get<ArticleStore>().AtAsync([new Uri(Url)], TestBot.Token)).GoneAt;
}
