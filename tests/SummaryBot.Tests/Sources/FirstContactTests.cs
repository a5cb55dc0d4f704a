using Dapper;
using SummaryBot.Articles;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Sources;

public sealed class FirstContactTests
{
    private const string Guild = "111111111111111111";

    [Theory]
    [MemberData(nameof(Backfills))]
    public async Task Of_fifty_old_items_a_new_source_posts_what_it_was_told_and_later_what_is_new(string kind, Backfill backfill, int news)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var items = Enumerable.Range(0, 50).Select(i => new MadeUpWeb.Item($"{i}", $"Story {i}", TestBot.Start.AddHours(-4 - (7 * i)))).ToArray(); // 3 within a day
        bot.Web.Feed(SourceBot.Url, items);
        await bot.SubscribeAsync(backfill: backfill);
        await bot.VisitAsync();
        Assert.Equal(50, (await bot.Get<ArticleStore>().NewestAsync(100, TestBot.Token)).Count);
        Assert.Equal(items.Take(news).Select(item => item.Title), await NewsAsync(bot, ""));
        bot.Time.Advance(TimeSpan.FromHours(2));
        bot.Web.Feed(SourceBot.Url, [new MadeUpWeb.Item("new", "The newest", bot.Time.GetUtcNow()), .. items]);
        await bot.VisitAsync();
        Assert.Equal(items.Take(news).Select(item => item.Title).Prepend("The newest"), await NewsAsync(bot, ""));
    }

    public static TheoryData<string, Backfill, int> Backfills => new(
        from kind in new[] { "SQLite", "PostgreSQL" }
        from backfill in new[] { (Backfill.None, 0), (Backfill.Latest, 1), (Backfill.Day, 3) }
        select (kind, backfill.Item1, backfill.Item2));

    [Theory]
    [MemberData(nameof(Backfills))]
    public async Task Who_comes_later_to_a_source_gets_what_it_was_told_without_another_request(string kind, Backfill backfill, int news)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var items = Enumerable.Range(0, 50).Select(i => new MadeUpWeb.Item($"{i}", $"Story {i}", TestBot.Start.AddHours(-4 - (7 * i)))).ToArray();
        bot.Web.Feed(SourceBot.Url, items);
        await bot.SubscribeAsync();
        await bot.VisitAsync();
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await bot.SubscribeAsync(guild: Guild, backfill: backfill);
        Assert.Empty(await bot.VisitAsync());
        Assert.Equal(items.Take(news).Select(item => item.Title), await NewsAsync(bot, Guild));
    }

    [Fact]
    public async Task An_undated_backlog_is_not_the_news_of_a_day()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Feed(SourceBot.Url, [.. Enumerable.Range(0, 20).Select(i => new MadeUpWeb.Item($"{i}", $"Story {i}", null))]);
        await bot.SubscribeAsync(backfill: Backfill.Day);
        await bot.SubscribeAsync(guild: Guild, backfill: Backfill.Latest);
        await bot.VisitAsync();
        Assert.Empty(await NewsAsync(bot, ""));
        Assert.Equal(["Story 0"], await NewsAsync(bot, Guild)); // the first item of a feed is the newest
    }

    [Fact]
    public async Task What_came_during_a_pause_is_no_flood_afterwards()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "Before", TestBot.Start));
        await bot.SubscribeAsync();
        await bot.VisitAsync();
        var id = (await bot.SourceAsync()).Id;
        await bot.Get<SubscriptionStore>().PauseAsync(id, TestBot.Token);
        Assert.Empty(await bot.PassAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1)));
        bot.Web.Feed(SourceBot.Url, [.. Enumerable.Range(0, 30).Select(i => new MadeUpWeb.Item($"{i}", $"Meanwhile {i}", TestBot.Start.AddHours(i)))]);
        await bot.Get<SubscriptionStore>().ResumeAsync(id, TestBot.Token);
        Assert.Equal(30, Assert.Single(await bot.VisitAsync()).NewItems);
        Assert.Empty(await NewsAsync(bot, ""));
    }

    /// <summary>As in justinian/FeedCord issue 67: one item that a feed dates anew five times.</summary>
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_item_that_is_dated_anew_five_times_is_one_article_and_once_news(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Feed(SourceBot.Url);
        await bot.SubscribeAsync();
        await bot.VisitAsync();
        for (var i = 0; i < 5; i++)
        {
            bot.Time.Advance(TimeSpan.FromHours(13));
            bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("same", "The harbor", bot.Time.GetUtcNow()) { Text = MadeUpWeb.Story("the harbor") });
            Assert.Equal(i == 0 ? 1 : 0, Assert.Single(await bot.VisitAsync()).NewItems);
        }

        Assert.Equal(["The harbor"], await NewsAsync(bot, ""));
        Assert.Single(await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Undated_and_impossible_dates_count_as_first_seen_and_appear_once(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Feed(SourceBot.Url);
        await bot.SubscribeAsync();
        await bot.VisitAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        bot.Web.Feed(
            SourceBot.Url,
            new MadeUpWeb.Item("undated", "Undated", null),
            new MadeUpWeb.Item("future", "In ten years", TestBot.Start.AddYears(10)),
            new MadeUpWeb.Item("ancient", "In the year 1", new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await bot.VisitAsync();
        await bot.PassAsync(TimeSpan.FromDays(1), TimeSpan.FromHours(3));
        var stored = await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token);
        Assert.Equal(3, stored.Count);
        Assert.All(stored, article => Assert.Equal(TestBot.Start.AddHours(1), article.DatedAt, TimeSpan.FromSeconds(10)));
        Assert.Equal(3, (await NewsAsync(bot, "")).Count);
    }

    /// <summary>By the rule of digests: what a source that the guild or the operator reads brought at or after its <c>news_from</c>; newest first.</summary>
    private static async Task<IReadOnlyList<string>> NewsAsync(TestBot bot, string guild)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return [.. await connection.QueryAsync<string>(
            """
            SELECT a.headline FROM articles AS a WHERE EXISTS (
                SELECT 1 FROM article_sources AS x JOIN subscriptions AS b ON b.source_id = x.source_id
                WHERE x.article_id = a.id AND b.guild = @guild AND b.paused = 0 AND x.seen_at >= b.news_from)
            ORDER BY a.dated_at DESC
            """,
            new { guild })];
    }
}
