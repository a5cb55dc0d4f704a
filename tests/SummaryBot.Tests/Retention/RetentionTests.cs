using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Retention;
using SummaryBot.Settings.Backups;
using SummaryBot.Storage;
using SummaryBot.Tests.Commands;

namespace SummaryBot.Tests.Retention;

public sealed class RetentionTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";
    private const string OtherNews = "Growers sign a deal on apples for ten years. Four markets buy them. Frost took half of the trees.";
    private const string AddSource = "INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures) VALUES ('feed', 'http://a.example.com/', 'a.example.com', 0, 0, 60, 0, 0)";
    private const string Guild = "1100000000000000001";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_article_is_gone_after_the_set_days_and_not_before(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        bot.Time.Advance(TimeSpan.FromDays(10));
        await bot.AddArticleAsync("Another one came.");
        await ForgetAsync(bot);
        Assert.Equal(2, await CountAsync(bot, "articles"));
        bot.Time.Advance(TimeSpan.FromMilliseconds(1));
        await ForgetAsync(bot);
        Assert.Equal("Another one came.", Assert.Single(await bot.Get<ArticleStore>().NewestAsync(5, TestBot.Token)).Article.Text);
        Assert.Empty(await bot.Get<ArticleSearch>().FindAsync(new ArticleQuery("harbor", 5), TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Any_number_of_articles_goes_with_their_versions_and_stories(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        for (var i = 0; i < 1200; i += 100)
        {
            await bot.Get<ArticleIntake>().TakeAsync([.. Enumerable.Range(i, 100).Select(n => Item(n, $"Number {n}. {News}"))], TestBot.Token);
        }

        await bot.Get<ArticleIntake>().TakeAsync([Item(7, $"Number 7. {News} It ended.")], TestBot.Token);
        Assert.Equal(1, await CountAsync(bot, "article_versions"));
        await ForgetAsync(bot, TimeSpan.FromDays(20));
        Assert.Equal([0, 0, 1200], await CountsAsync(bot, "articles", "article_versions", "article_sources"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_was_forgotten_is_not_posted_again_wherever_it_comes_from(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync($"Imported. {News}");
        await ExecuteAsync(bot, $"{AddSource}; INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at, news_from) VALUES ('', 1, 'a', 'none', 0, 0, 0)");
        await bot.Get<ArticleIntake>().TakeAsync([Item(1, $"Fed. {OtherNews}")], TestBot.Token);
        await bot.AddDigestAsync();
        await PostAsync(bot);
        Assert.Equal(2, Assert.Single(bot.Chat.Messages).Message.Stories.Count);
        await ForgetAsync(bot, TimeSpan.FromDays(20));
        Assert.Equal([0, 0], await CountsAsync(bot, "articles", "edition_articles"));
        Assert.False(await bot.AddArticleAsync($"Imported. {News}"));
        var taken = await bot.Get<ArticleIntake>().TakeAsync(
            [Item(1, $"Fed. {OtherNews}"), Item(1, $"Fed. {OtherNews} It ended."), Item(2, $"Fed. {OtherNews}", source: 2), Item(3, $"Imported. {News}", source: 2)], TestBot.Token);
        Assert.All(taken, item => Assert.Equal(TakenAs.Known, item.As));
        await PostAsync(bot);
        Assert.Single(bot.Chat.Messages);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_article_that_changed_lately_is_kept(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.Get<ArticleIntake>().TakeAsync([Item(1, News)], TestBot.Token);
        bot.Time.Advance(TimeSpan.FromDays(9));
        await bot.Get<ArticleIntake>().TakeAsync([Item(1, $"{News} It ended.")], TestBot.Token);
        await ForgetAsync(bot, TimeSpan.FromDays(9));
        Assert.Equal(1, await CountAsync(bot, "articles"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_article_of_a_message_that_waits_is_kept_until_it_is_sent(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        await bot.AddDigestAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await ForgetAsync(bot, TimeSpan.FromDays(50));
        Assert.Equal([1, 1, 1], await CountsAsync(bot, "articles", "editions", "edition_articles"));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Single(bot.Chat.Messages);
        await ForgetAsync(bot);
        Assert.Equal([0, 0, 0, 0], await CountsAsync(bot, "articles", "editions", "edition_articles", "deliveries"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Editions_of_thirty_days_are_kept_whatever_is_set(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync();
        await PostAsync(bot);
        await ForgetAsync(bot, TimeSpan.FromDays(29));
        Assert.Equal(2, (await bot.Get<EditionStore>().HistoryAsync(digest.Id, 5, TestBot.Token)).Count);
        await ForgetAsync(bot, TimeSpan.FromDays(2));
        Assert.Empty(await bot.Get<EditionStore>().HistoryAsync(digest.Id, 5, TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_belongs_to_a_server_goes_when_the_bot_has_been_away_for_the_set_days(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await SetUpGuildAsync(bot);
        await bot.AddArticleAsync(News);
        await PostAsync(bot);
        await bot.Get<LeftGuildStore>().LeftAsync(Guild, TestBot.Token);
        bot.Time.Advance(TimeSpan.FromDays(2));
        await bot.Get<LeftGuildStore>().LeftAsync(Guild, TestBot.Token); // told again at a start; the first counts
        await ForgetAsync(bot, TimeSpan.FromDays(3));
        Assert.Equal(4, await CountAsync(bot, "digests"));
        await ForgetAsync(bot, TimeSpan.FromMilliseconds(1));
        Assert.Equal(["elsewhere", "webhook"], (await bot.Get<DigestStore>().ListAsync(TestBot.Token)).Select(digest => digest.Digest.Name));
        Assert.Equal([1, 0, 0], await CountsAsync(bot, "subscriptions", "channel_guilds", "left_guilds"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_server_that_set_its_own_days_is_forgotten_after_them_with_all_that_it_had(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await SetUpGuildAsync(bot);
        var call = Caller.Call(guild: Guild, options: ("days", 3L));
        await bot.AskAsync("settings retention", call); // leaves something to undo
        await bot.Get<RestoreDrafts>().AddAsync(call, new BackupContent { Settings = new BackupSettings(), Sources = [], Digests = [] }, TestBot.Token);
        await bot.Get<LeftGuildStore>().LeftAsync(Guild, TestBot.Token);
        bot.Time.Advance(TimeSpan.FromDays(3));
        await ForgetAsync(bot, TimeSpan.FromDays(0));
        Assert.Equal(4, await CountAsync(bot, "digests"));
        await ForgetAsync(bot, TimeSpan.FromMilliseconds(1));
        Assert.Equal(["digests.guild"], await bot.PlacesOfAsync(Guild)); // the webhook's, which needs no bot
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_server_that_takes_the_bot_back_keeps_everything(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await SetUpGuildAsync(bot);
        var left = bot.Get<LeftGuildStore>();
        await left.LeftAsync(Guild, TestBot.Token);
        await left.JoinedAsync(Guild, TestBot.Token);
        await ForgetAsync(bot, TimeSpan.FromDays(60));
        Assert.Equal(4, await CountAsync(bot, "digests"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_server_that_is_not_listed_any_more_was_left_and_one_of_another_shard_was_not(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        string[] guilds = [Guild, $"{(1UL << 22) * 10}", $"{(1UL << 22) * 11}", $"{(1UL << 22) * 13}"];
        foreach (var guild in guilds[1..])
        {
            await bot.Get<OutboxStore>().LearnGuildAsync(guild, [new ChannelAddress(ChannelAddress.Discord, $"99{guild}99")], TestBot.Token);
        }

        var left = bot.Get<LeftGuildStore>();
        await left.LeftAsync(guilds[3], TestBot.Token);
        await left.CompareAsync(new HashSet<string> { guilds[3] }, shard: 1, shards: 2, TestBot.Token);
        Assert.Equal([guilds[2]], await LeftAsync(bot));
        await left.CompareAsync(new HashSet<string>(), shard: 0, shards: 2, TestBot.Token);
        Assert.Equal([guilds[1], guilds[2]], await LeftAsync(bot));
        await left.CompareAsync(guilds.ToHashSet(StringComparer.Ordinal), shard: 0, shards: 1, TestBot.Token);
        Assert.Empty(await LeftAsync(bot));
    }

    private static async Task SetUpGuildAsync(TestBot bot)
    {
        await bot.Get<OutboxStore>().LearnGuildAsync(Guild, [new ChannelAddress(ChannelAddress.Discord, "1100000000000000100")], TestBot.Token);
        (string Name, string Channel, string Guild)[] digests =
        [
            ("known", "1100000000000000100", ""), ("told", "1100000000000000200", Guild), ("elsewhere", "1100000000000000300", "1100000000000000009"),
            ("webhook", "webhook:1100000000000000400/abcdefghijklmnopqrstuvwxyz", Guild),
        ];
        foreach (var (name, channel, guild) in digests)
        {
            await bot.AddDigestAsync(options => (options.Name, options.Channel, options.Guild) = (name, channel, guild));
        }

        const string Sql = $"""
            {AddSource};
            INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at) SELECT @Guild, id, 'a', 'none', 0, 0 FROM sources;
            INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at) SELECT '', id, 'a', 'none', 0, 0 FROM sources
            """;
        await ExecuteAsync(bot, Sql, new { Guild });
    }

    private static async Task ExecuteAsync(TestBot bot, string sql, object? values = null)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql, values);
    }

    private static IncomingArticle Item(int number, string text, long source = 1) =>
        new(source, $"guid-{source}-{number}", new Article(null, "Example News", null, "en", TestBot.Start.AddHours(-2), text));

    private static async Task PostAsync(TestBot bot)
    {
        bot.Time.SetUtcNow(new DateTimeOffset(bot.Time.GetUtcNow().Date, TimeSpan.Zero).AddDays(1).AddHours(8));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
    }

    /// <summary>The job, some time later: articles are kept for 10 days, a server's things for 5.</summary>
    private static async Task ForgetAsync(TestBot bot, TimeSpan later = default)
    {
        bot.Time.Advance(later);
        var options = Options.Create(new RetentionOptions { Articles = TimeSpan.FromDays(10), Guild = TimeSpan.FromDays(5) });
        await new RetentionJob(bot.Get<RetentionStore>(), options, NullLogger<RetentionJob>.Instance).ForgetAsync(TestBot.Token);
    }

    private static async Task<long> CountAsync(TestBot bot, string table)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}");
    }

    private static async Task<IEnumerable<long>> CountsAsync(TestBot bot, params string[] tables)
    {
        var counts = new List<long>();
        foreach (var table in tables)
        {
            counts.Add(await CountAsync(bot, table));
        }

        return counts;
    }

    private static async Task<IEnumerable<string>> LeftAsync(TestBot bot)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return await connection.QueryAsync<string>("SELECT guild FROM left_guilds ORDER BY length(guild), guild");
    }
}
