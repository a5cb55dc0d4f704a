using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests.Kinds;

public sealed class RecapTests
{
    private const string Guild = "100000000000000001";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_top_stories_of_the_week_each_once_with_their_days_sources_and_a_link(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await KindNews.ExecuteAsync(bot, "INSERT INTO channel_guilds (channel, guild) VALUES (@channel, @Guild)", new { channel = $"discord:{TestChat.Channel}", Guild });
        await bot.AddDigestAsync();
        await bot.AddDigestAsync(options =>
        {
            (options.Name, options.Times[0]) = ("Evening", "18:00");
            options.Days.Add("sun");
        });
        var recap = await AddRecapAsync(bot, options => options.Days.Add("sat"));
        var library = await KindNews.AddAsync(bot, 0, "rain"); // Sunday 1 March
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await DispatchAsync(bot, 1, 8);
        await DispatchAsync(bot, 1, 18); // the other digest shows the same
        await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        await DispatchAsync(bot, 2, 8); // and this one what is new, as an update
        await KindNews.AddAsync(bot, 1, "rain");
        await DispatchAsync(bot, 3, 8);
        var daily = bot.Chat.Messages.ToList();
        var message = Assert.Single(await DispatchAsync(bot, 7, 20)).Message;
        Assert.Equal("Week · Sat 7 March", message.Title);
        Assert.Equal(3, message.Stories.Count);
        var top = message.Stories[0];
        Assert.Equal("shown Sun and Mon · 2 sources", top.Why);
        Assert.Equal(["Harbor Post", "Valley Courier"], top.Outlets);
        Assert.False(top.IsUpdate);
        Assert.NotEmpty(top.Quotes);
        var evening = daily.Single(it => it.Message.Title.StartsWith("Evening", StringComparison.Ordinal));
        Assert.Equal(new EarlierMessage("Sun 1 March", new Uri($"https://discord.com/channels/{Guild}/{TestChat.Channel}/m-{evening.Nonce}")), top.Earlier);
        Assert.Equal(["shown Tue · 1 source", "shown Sun · 1 source"], message.Stories.Skip(1).Select(story => story.Why));
        Assert.Equal(library, message.Stories[2].ArticleId);
        Assert.DoesNotContain(message.Footnote, line => line.Contains("kept", StringComparison.Ordinal));
        Assert.Distinct(message.Stories.Select(story => story.ArticleId));
        Assert.Single(await bot.Get<EditionStore>().HistoryAsync(recap.Id, 10, TestBot.Token), edition => edition.Stories == 3);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_a_recap_shows_counts_as_shown_for_no_other_digest_and_may_come_again(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddDigestAsync();
        await AddRecapAsync(bot);
        await KindNews.AddAsync(bot, 0, "rain");
        await DispatchAsync(bot, 1, 8);
        Assert.Single((await DispatchAsync(bot, 1, 20))[0].Message.Stories);
        var late = await bot.AddDigestAsync(options => options.Name = "Late");
        var shown = (await bot.Get<DigestDispatcher>().PreviewAsync(late, TestBot.Token)).Message;
        Assert.False(Assert.Single(shown.Stories).IsUpdate);
        Assert.Single((await DispatchAsync(bot, 2, 20)).Single(it => it.Message.Title.StartsWith("Week", StringComparison.Ordinal)).Message.Stories);
    }

    [Fact]
    public async Task It_looks_at_sent_messages_of_seven_days_as_they_stand_now_without_withdrawn_stories()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddDigestAsync();
        await AddRecapAsync(bot, options => options.Days.Add("sun"));
        await KindNews.AddAsync(bot, 0, "rain");
        await DispatchAsync(bot, 1, 8);
        await KindNews.AddAsync(bot, 1, "rain");
        await KindNews.AddAsync(bot, 2, "rain");
        var second = Assert.Single(await DispatchAsync(bot, 2, 9)); // too late for the recap of the day before
        var changed = second.Message with { Stories = [second.Message.Stories[0] with { IsWithdrawn = true, Quotes = [] }, second.Message.Stories[1] with { Headline = "Corrected", HeadlineOrigin = null }] };
        await KindNews.ExecuteAsync(bot, "UPDATE deliveries SET message = @json WHERE nonce = @Nonce", new { json = MessageJson.Write(changed), second.Nonce });
        Assert.Equal(["Corrected"], Assert.Single(await DispatchAsync(bot, 8, 20)).Message.Stories.Select(story => story.Headline));
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 15, 20, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token)); // an empty recap is skipped
    }

    [Fact]
    public async Task A_merged_story_is_shown_once_and_other_servers_digests_are_not_looked_at()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddDigestAsync();
        await bot.AddDigestAsync(options => (options.Name, options.Guild, options.Channel) = ("Foreign", Guild, "123456789012345670"));
        await AddRecapAsync(bot, options => { options.Editing.RecapOf.Add("Morning"); options.Editing.RecapOf.Add("Foreign"); });
        var one = await KindNews.AddAsync(bot, 0, "rain");
        var other = await KindNews.AddAsync(bot, 1, "rain");
        await DispatchAsync(bot, 1, 8);
        await KindNews.ExecuteAsync(bot, "UPDATE story_articles SET story_id = (SELECT story_id FROM story_articles WHERE article_id = @one) WHERE article_id = @other", new { one, other });
        var story = Assert.Single(Assert.Single(await DispatchAsync(bot, 1, 20)).Message.Stories);
        Assert.Equal("shown Sun · 1 source", story.Why);
    }

    [Fact]
    public async Task What_does_not_fit_is_left_out_and_not_promised_for_later()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddDigestAsync(options => (options.Length, options.MaxStories) = ("long", 20));
        await AddRecapAsync(bot, options => options.MaxStories = 20);
        for (var i = 0; i < 9; i++)
        {
            var article = await KindNews.AddAsync(bot, KindNews.Story(i, "rain"), new string('W', 300) + i);
            await KindNews.ExecuteAsync(bot, "UPDATE articles SET url = @url WHERE id = @article", new { article, url = $"https://example.com/{new string('x', 350)}{i}" });
        }

        await DispatchAsync(bot, 1, 8);
        await DispatchAsync(bot, 2, 8);
        var message = (await DispatchAsync(bot, 2, 20)).Single(it => it.Message.Title.StartsWith("Week", StringComparison.Ordinal)).Message;
        Assert.InRange(message.Stories.Count, 2, 8);
        Assert.InRange(bot.Chat.Limits.Cost(message), 1, bot.Chat.Limits.MaxCharacters);
        Assert.DoesNotContain(message.Footnote, line => line.Contains("kept", StringComparison.Ordinal));
    }

    private static Task<StoredDigest> AddRecapAsync(TestBot bot, Action<DigestOptions>? change = null) => bot.AddDigestAsync(options =>
    {
        (options.Name, options.Times[0]) = ("Week", "20:00");
        options.Editing.Kind = "recap";
        change?.Invoke(options);
    });

    private static Task<IReadOnlyList<Delivery>> DispatchAsync(TestBot bot, int day, int hour)
    {
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, day, hour, 0, 0, TimeSpan.Zero));
        return KindNews.TickAsync(bot, TimeSpan.Zero);
    }
}
