using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

public sealed class DispatchTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_digest_goes_out_when_it_is_due_and_at_no_other_time(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        await bot.AddDigestAsync();
        bot.Time.SetUtcNow(TestBot.Start.AddMinutes(59));
        Assert.Equal(0, await DispatchAsync(bot));
        bot.Time.SetUtcNow(TestBot.Start.AddMinutes(60));
        Assert.Equal(1, await DispatchAsync(bot));
        Assert.Equal(0, await DispatchAsync(bot));
        var message = Assert.Single(bot.Chat.Messages).Message;
        Assert.Equal("Morning · Sun 1 March", message.Title);
        Assert.Single(message.Stories);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Instances_that_tick_together_write_one_edition(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        for (var i = 0; i < 20; i++)
        {
            await bot.AddDigestAsync(options => options.Name = $"Digest {i}");
        }

        bot.Time.Advance(TimeSpan.FromHours(1));
        var dispatchers = Enumerable.Range(0, 4).Select(_ => (DigestDispatcher)bot.Services2().GetService(typeof(DigestDispatcher))!);
        await Task.WhenAll(dispatchers.Select(dispatcher => Task.Run(() => dispatcher.DispatchDueAsync(TestBot.Token), TestBot.Token)));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Equal(20, bot.Chat.Messages.Count);
        Assert.Equal(20, bot.Chat.Messages.Select(delivery => delivery.Nonce).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_article_is_shown_once_by_a_digest_and_the_rest_is_kept(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        string[] stories =
        [
            News,
            "Growers in the valley signed a deal on Saturday. It covers apples for ten years. The buyers are four markets. Frost took half of the trees.",
            "The council closed the old bridge. Engineers found cracks in two arches. Buses take another road. A ferry is free. The repair costs millions.",
        ];
        foreach (var story in stories)
        {
            await bot.AddArticleAsync(story);
        }

        await bot.AddDigestAsync(options => options.MaxStories = 2);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await DispatchAsync(bot);
        bot.Time.Advance(TimeSpan.FromDays(1));
        await DispatchAsync(bot);
        Assert.Equal([2, 1], bot.Chat.Messages.Select(delivery => delivery.Message.Stories.Count));
        Assert.Contains("1 more story is kept for the next edition.", bot.Chat.Messages[0].Message.Footnote);
        var headlines = bot.Chat.Messages.SelectMany(delivery => delivery.Message.Stories).Select(story => story.Headline).ToList();
        Assert.Equal(3, headlines.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("skip", 0)]
    [InlineData("note", 1)]
    [InlineData("wait", 0)]
    public async Task Without_news_a_digest_does_what_it_was_told(string empty, int messages)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddDigestAsync(options => options.Empty = empty);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(messages, await DispatchAsync(bot));
    }

    [Fact]
    public async Task A_digest_that_waits_goes_out_with_the_first_news_and_says_how_late()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddDigestAsync(options => options.Empty = "wait");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await DispatchAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(95));
        await bot.AddArticleAsync(News);
        Assert.Equal(1, await DispatchAsync(bot));
        Assert.Contains("1 h 35 min late: there was no news before", bot.Chat.Messages[0].Message.Intro);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task After_an_outage_the_latest_edition_goes_out_late_and_the_older_ones_are_folded_into_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync();
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 3, 8, 25, 0, TimeSpan.Zero));
        var restarted = (DigestDispatcher)bot.Services2().GetService(typeof(DigestDispatcher))!;
        await restarted.DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Contains("25 min late: the bot was restarted", Assert.Single(bot.Chat.Messages).Message.Intro);
        var history = await bot.Get<EditionStore>().HistoryAsync(digest.Id, 10, TestBot.Token);
        Assert.Equal(
            ["2026-03-03T08:00 written", "2026-03-02T08:00 folded", "2026-03-01T08:00 folded"],
            history.Select(it => $"{it.DueLocal} {it.Status}"));
    }

    [Fact]
    public async Task Beyond_the_grace_an_edition_is_not_sent_late()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync(News);
        await bot.AddDigestAsync();
        bot.Time.SetUtcNow(TestBot.Start.AddHours(1).AddHours(12).AddMinutes(1));
        Assert.Equal(0, await DispatchAsync(bot));
        bot.Time.SetUtcNow(TestBot.Start.AddHours(25));
        Assert.Equal(1, await DispatchAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_edition_asked_for_now_goes_out_beside_the_schedule_and_a_preview_changes_nothing(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync();
        var dispatcher = bot.Get<DigestDispatcher>();
        Assert.Single((await dispatcher.PreviewAsync(digest, TestBot.Token)).Message.Stories);
        Assert.NotNull(await dispatcher.DispatchNowAsync(digest, TestBot.Token));
        Assert.Null(await dispatcher.DispatchNowAsync(digest, TestBot.Token));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Single(bot.Chat.Messages);
    }

    private static async Task<int> DispatchAsync(TestBot bot)
    {
        var messages = await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        return messages;
    }
}
