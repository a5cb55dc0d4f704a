using Dapper;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Storage;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests;

public sealed class StoryDigestTests
{
    private const string Bridge = "Old bridge closes for eighteen months";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_two_outlets_tell_is_one_entry_that_names_both(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Bridge, Bridge);
        var post = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        var courier = await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        await bot.AddDigestAsync();
        var message = await NextAsync(bot);
        Assert.Equal(2, message.Stories.Count);
        var story = message.Stories[0];
        Assert.Equal(["Harbor Post", "Valley Courier"], story.Outlets.Order(StringComparer.Ordinal));
        Assert.Equal("2 sources", story.Why);
        Assert.StartsWith("also ", FrameWords.English.Also(story), StringComparison.Ordinal);
        Assert.StartsWith("2 stories · 2 sources · ", message.Intro[0], StringComparison.Ordinal);
        var other = story.ArticleId == post ? courier : post;
        Assert.All(story.Quotes, quote => Assert.Equal(quote.Credit is null ? null : other, quote.Origin!.ArticleId));
        Assert.Contains(story.Quotes, quote => quote.Credit is not null);
    }

    [Fact]
    public async Task One_outlet_that_tells_a_story_twice_counts_once()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await PortNews.AddAsync(bot, " harbor post", PortNews.Courier);
        await bot.AddDigestAsync();
        var message = await NextAsync(bot);
        var story = Assert.Single(message.Stories);
        Assert.Null(FrameWords.English.Also(story));
        Assert.Equal("newest from harbor post", story.Why);
        Assert.StartsWith("1 story · 1 source · ", message.Intro[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_story_that_was_shown_comes_back_as_an_update_and_only_with_something_new(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await bot.AddDigestAsync();
        Assert.False(Assert.Single((await NextAsync(bot)).Stories).IsUpdate);

        await PortNews.AddAsync(bot, "Valley Courier", PortNews.Post + " It was loud.");
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Bridge, Bridge);
        Assert.Equal(Bridge, Assert.Single((await NextAsync(bot)).Stories).Headline);

        await PortNews.AddAsync(bot, "Gazette", PortNews.Gazette, "New terminal at the port of Elmouth", "https://example.com/gazette");
        var update = Assert.Single((await NextAsync(bot)).Stories);
        Assert.True(update.IsUpdate);
        Assert.Equal("New terminal at the port of Elmouth", update.Headline);
        Assert.Equal(["The terminal at Elmouth gives work to 320 people from the town."], update.Quotes.Select(quote => quote.Text));
        Assert.Equal(["Valley Courier", "Harbor Post"], update.Also);
        Assert.Equal("3 sources", update.Why);

        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_server_sees_what_it_subscribes_to_what_everybody_does_and_what_no_source_brought(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var byHand = await PortNews.AddAsync(bot, "Gazette", "The school of Larch has a new roof of red tiles. It took a summer. Children painted the doors.", "School gets a roof");
        var common = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Bridge, Bridge);
        var own = await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        var early = await PortNews.AddAsync(bot, "Valley Courier", "Growers sign a deal on apples for ten years. Four markets buy them. Frost took half of the trees.", "Apples");
        var from = TestBot.Start.ToUnixTimeMilliseconds();
        await ExecuteAsync(
            bot,
            """
            INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures)
            VALUES ('feed', 'https://example.com/1', 'example.com', 0, 0, 0, 0, 0), ('feed', 'https://example.com/2', 'example.com', 0, 0, 0, 0, 0), ('feed', 'https://example.com/3', 'example.com', 0, 0, 0, 0, 0);
            INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at, news_from)
            VALUES ('', 1, 'post', 'none', 0, 0, @from), ('100000000000000007', 2, 'courier', 'none', 0, 0, @from), ('100000000000000008', 2, 'courier', 'none', 1, 0, @from), ('100000000000000009', 3, 'other', 'none', 0, 0, NULL);
            """,
            new { from });
        await ExecuteAsync(
            bot,
            "INSERT INTO article_sources (source_id, guid, article_id, content, seen_at) VALUES (1, 'a', @common, '', @from + 100), (2, 'b', @own, '', @from), (2, 'c', @early, '', @from - 1), (3, 'd', @own, '', @from + 500)",
            new { common, own, early, from });
        string[][] seen = [[byHand, common, own], [byHand, common], [byHand, common], [byHand, common]];
        foreach (var (guild, articles) in new[] { "100000000000000007", "100000000000000008", "100000000000000009", "" }.Zip(seen))
        {
            var digest = await bot.AddDigestAsync(options => (options.Name, options.Guild) = ($"Of {guild}", guild));
            var message = (await bot.Get<DigestDispatcher>().PreviewAsync(digest, TestBot.Token)).Message;
            Assert.Equal(articles.Order(StringComparer.Ordinal), message.Stories.Select(story => story.ArticleId!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Who_sees_one_of_the_outlets_alone_reads_of_no_other()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var post = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        var courier = await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        await ExecuteAsync(
            bot,
            """
            INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures)
            VALUES ('feed', 'https://example.com/1', 'example.com', 0, 0, 0, 0, 0), ('feed', 'https://example.com/2', 'example.com', 0, 0, 0, 0, 0);
            INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at, news_from) VALUES ('100000000000000007', 1, 'post', 'none', 0, 0, 0), ('100000000000000008', 2, 'courier', 'none', 0, 0, 0);
            """);
        await ExecuteAsync(
            bot, "INSERT INTO article_sources (source_id, guid, article_id, content, seen_at) VALUES (1, 'a', @post, '', @at), (2, 'b', @courier, '', @at)", new { post, courier, at = TestBot.Start.ToUnixTimeMilliseconds() });
        var digest = await bot.AddDigestAsync(options => options.Guild = "100000000000000007");
        var story = Assert.Single((await bot.Get<DigestDispatcher>().PreviewAsync(digest, TestBot.Token)).Message.Stories);
        Assert.Equal((post, null, "newest from Harbor Post"), (story.ArticleId, story.Also, story.Why));
    }

    private static async Task<ChatMessage> NextAsync(TestBot bot)
    {
        var now = bot.Time.GetUtcNow();
        bot.Time.SetUtcNow(now.AddHours(now.Hour < 8 ? 8 - now.Hour : 32 - now.Hour));
        Assert.Equal(1, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        return bot.Chat.Messages[^1].Message;
    }

    private static async Task ExecuteAsync(TestBot bot, string sql, object? values = null)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql, values);
    }
}
