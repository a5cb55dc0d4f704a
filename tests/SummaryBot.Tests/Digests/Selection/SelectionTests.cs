using Dapper;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;
using SummaryBot.Retention;
using SummaryBot.Storage;
using SummaryBot.Stories;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests.Selection;

public sealed class SelectionTests
{
    private const string Guild = "1100000000000000001";
    private const string School = "The school of Larch has a new roof of red tiles. It took a summer. Children painted the doors.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Digests_that_choose_alike_share_a_record_and_others_have_their_own(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await PortNews.AddAsync(bot, "Gazette", School, "School gets a roof");
        for (var i = 0; i < 12; i++)
        {
            await bot.AddDigestAsync(options => (options.Name, options.MaxStories) = ($"Digest {i}", i < 10 ? 8 : i - 9));
        }

        await NextAsync(bot, messages: 12);
        Assert.Equal(2, await ValueAsync(bot, "SELECT count(*) FROM selections")); // with room for two stories, eight or two choose alike
        await NextAsync(bot, messages: 1);
        Assert.Equal(4, await ValueAsync(bot, "SELECT count(*) FROM selections"));
        Assert.Equal(0, await ValueAsync(bot, "SELECT count(*) FROM editions WHERE selection IS NULL"));
    }

    [Fact]
    public async Task An_article_that_is_stored_late_is_not_lost()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddDigestAsync();
        await PortNews.AddAsync(bot, "Gazette", School, "School gets a roof");
        await NextAsync(bot);
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Bridge, "Bridge closes");
        await ExecuteAsync(bot, "UPDATE articles SET first_seen_at = first_seen_at - 7200000, dated_at = dated_at - 7200000 WHERE headline = 'Bridge closes'");
        Assert.Equal("Bridge closes", Assert.Single((await NextAsync(bot)).Stories).Headline);
        await NextAsync(bot, messages: 0);
    }

    [Fact]
    public async Task What_was_there_before_a_digest_began_is_old()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await PortNews.AddAsync(bot, "Gazette", School, "School gets a roof");
        bot.Time.Advance(TimeSpan.FromDays(5));
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Bridge, "Bridge closes");
        var digest = await bot.AddDigestAsync();
        Assert.Equal("Bridge closes", Assert.Single((await NextAsync(bot)).Stories).Headline);
        var record = await RecordAsync(bot, digest);
        Assert.Equal([Verdict.Shown, Verdict.Old], record.Stories.Select(story => story.Verdict));
        Assert.Equal("it was there before this digest began", record.Stories[1].Reason);
    }

    [Fact]
    public async Task A_story_of_any_number_of_articles_is_known_again_and_so_is_one_that_became_a_part_of_another()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync();
        var first = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await NextAsync(bot);
        for (var i = 1; i <= 40; i++)
        {
            await PortNews.AddAsync(bot, "Valley Courier", $"{PortNews.Post} It was {string.Join(' ', Enumerable.Repeat("loud", i))}.");
        }

        await bot.Get<StoryAssigner>().AssignAsync(TestBot.Token);
        await ExecuteAsync(bot, "UPDATE story_articles SET story_id = 900 WHERE article_id <> @first", new { first });
        await ExecuteAsync(bot, "UPDATE story_articles SET story_id = 900 WHERE article_id = @first", new { first }); // its story was merged into theirs
        await NextAsync(bot, messages: 0);
        var story = Assert.Single((await RecordAsync(bot, digest)).Stories);
        Assert.Equal((900L, Verdict.Old, 40, "it says nothing that was not told on Sun 1 March"), (story.StoryId, story.Verdict, story.Articles.Count, story.Reason));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_update_names_and_links_the_message_before(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var digest = await bot.AddDigestAsync(options => options.Guild = Guild);
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await NextAsync(bot);
        var nonce = bot.Chat.Messages[^1].Nonce;
        await PortNews.AddAsync(bot, "Gazette", PortNews.Gazette, "New terminal at the port of Elmouth", "https://example.com/gazette");
        var update = Assert.Single((await NextAsync(bot)).Stories);
        Assert.Equal(new EarlierMessage("Sun 1 March", new Uri($"https://discord.com/channels/{Guild}/{TestChat.Channel}/m-{nonce}")), update.Earlier);
        Assert.Equal("2026-03-01T08:00", (await RecordAsync(bot, digest)).Stories[0].ShownBefore);
    }

    [Fact]
    public async Task After_the_set_days_a_story_may_come_back_with_any_sentence_that_was_not_told()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddDigestAsync(options => options.Editing.RepeatDays = 2);
        var first = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await NextAsync(bot);
        string[] texts = ["The quay smells of tar and of wet rope.", "Gulls sit on every crane along the water."];
        bool[] comes = [false, true];
        foreach (var (text, isTold) in texts.Zip(comes))
        {
            await PortNews.AddAsync(bot, "Gazette", $"{text} {PortNews.Post}");
            await bot.Get<StoryAssigner>().AssignAsync(TestBot.Token);
            await ExecuteAsync(bot, "UPDATE story_articles SET story_id = (SELECT story_id FROM story_articles WHERE article_id = @first)", new { first });
            bot.Time.Advance(TimeSpan.FromDays(isTold ? 2 : 0));
            var message = await NextAsync(bot, messages: isTold ? 1 : 0);
            Assert.Equal(isTold ? [text] : [], isTold ? Assert.Single(message.Stories).Quotes.Select(quote => quote.Text) : []);
        }
    }

    [Fact]
    public async Task What_the_message_has_no_room_for_is_kept_and_comes_next()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options => (options.MaxStories, options.Editing.MaxPerSource) = (20, 20));
        for (var i = 0; i < 16; i++)
        {
            await AddWideAsync(bot, i);
        }

        var first = await NextAsync(bot);
        var record = await RecordAsync(bot, digest);
        Assert.InRange(first.Stories.Count, 1, 15);
        Assert.Equal(first.Stories.Select(story => story.ArticleId), record.Stories.Where(story => story.Verdict is Verdict.Shown).Select(story => story.Articles[0].ArticleId));
        Assert.All(record.Stories.Skip(first.Stories.Count), story => Assert.Equal((Verdict.Carried, "the message has no room for it; kept for the next edition"), (story.Verdict, story.Reason)));
        Assert.Contains($"{16 - first.Stories.Count} more stor", first.Footnote[^1], StringComparison.Ordinal);
        var second = await NextAsync(bot);
        Assert.Equal(16, first.Stories.Concat(second.Stories).Select(story => story.ArticleId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(second.Stories, story => Assert.StartsWith("carried over from yesterday", story.Why, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_record_is_forgotten_with_its_editions_but_not_the_one_that_a_digest_goes_on_from(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddDigestAsync();
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await NextAsync(bot);
        await PortNews.AddAsync(bot, "Gazette", School, "School gets a roof");
        await NextAsync(bot);
        bot.Time.Advance(TimeSpan.FromDays(29));
        await bot.Get<RetentionStore>().ForgetEditionsAsync(TimeSpan.FromDays(1), TestBot.Token);
        Assert.Equal(2, await ValueAsync(bot, "SELECT count(*) FROM selections"));
        bot.Time.Advance(TimeSpan.FromDays(9));
        await bot.Get<RetentionStore>().ForgetEditionsAsync(TimeSpan.FromDays(1), TestBot.Token);
        Assert.Equal(0, await ValueAsync(bot, "SELECT count(*) FROM editions"));
        Assert.Equal(1, await ValueAsync(bot, "SELECT count(*) FROM selections AS s JOIN digests AS d ON d.selection = s.key"));
        Assert.Equal(1, await ValueAsync(bot, "SELECT count(*) FROM selections"));
        await NextAsync(bot, messages: 0);
    }

    private static async Task AddWideAsync(TestBot bot, int i)
    {
        var word = string.Concat(Enumerable.Range(0, 5).Select(k => (char)('a' + ((i * (k + 3)) % 26))));
        var headline = $"{word} {string.Join(' ', Enumerable.Repeat($"{word}{word}", 25))}"[..250];
        await PortNews.AddAsync(bot, "Harbor Post", $"The {word} of {word}{word} is near the {word}x. {headline} it is.", headline, $"https://example.com/{new string('p', 120)}/{i}");
    }

    /// <summary>The next morning's edition; the last message where there is none.</summary>
    private static async Task<ChatMessage> NextAsync(TestBot bot, int messages = 1)
    {
        var now = bot.Time.GetUtcNow();
        bot.Time.SetUtcNow(new DateTimeOffset(now.Date, TimeSpan.Zero).AddDays(now.Hour < 8 ? 0 : 1).AddHours(8));
        Assert.Equal(messages, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        return bot.Chat.Messages[^1].Message;
    }

    private static async Task<SelectionRecord> RecordAsync(TestBot bot, StoredDigest digest) => (await bot.Get<SelectionStore>().OfAsync(
        digest.Id, bot.Time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), TestBot.Token))!;

    private static async Task<long> ValueAsync(TestBot bot, string sql)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    private static async Task ExecuteAsync(TestBot bot, string sql, object? values = null)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql, values);
    }
}
