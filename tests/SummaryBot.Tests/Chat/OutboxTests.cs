using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Chat;

public sealed class OutboxTests
{
    private static readonly TestChat.Answer LostReply = new(Takes: true, new SendOutcome.Unknown("The connection broke."));
    private static readonly TestChat.Answer Failed = new(Takes: false, new SendOutcome.Unknown("Discord answered 502."));
    private static readonly TestChat.Answer Refused = new(Takes: false, new SendOutcome.Refused("The bot may not post there."));

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_failed_message_is_tried_again_after_a_growing_delay_with_one_nonce(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        bot.Chat.Answers.Enqueue(Failed);
        bot.Chat.Answers.Enqueue(Failed);
        Assert.Equal(0, await DrainAsync(bot));
        Assert.Equal(0, await DrainAsync(bot));
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, await DrainAsync(bot));
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, await DrainAsync(bot));
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await DrainAsync(bot));
        Assert.Equal(2, Assert.Single(bot.Chat.Messages).Attempts);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_lost_reply_never_makes_a_second_message_also_after_a_long_outage(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        bot.Chat.Answers.Enqueue(LostReply);
        Assert.Equal(0, await DrainAsync(bot));
        bot.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(1, await DrainAsync(bot));
        Assert.Single(bot.Chat.Messages);
        Assert.Equal(1, bot.Chat.Looks);
        Assert.Equal("sent", (await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token))[0].State);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_a_killed_instance_held_is_looked_for_and_then_sent(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        var store = bot.Get<OutboxStore>();
        Assert.Single(await store.ClaimAsync(10, TimeSpan.FromMinutes(1), TestBot.Token)); // and then it is killed
        Assert.Empty(await store.ClaimAsync(10, TimeSpan.FromMinutes(1), TestBot.Token));
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await DrainAsync(bot));
        Assert.Equal(1, bot.Chat.Looks);
        Assert.Single(bot.Chat.Messages);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_refusal_is_listed_with_its_reason_and_heals_by_itself(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        bot.Chat.Answers.Enqueue(Refused);
        await DrainAsync(bot);
        var listed = Assert.Single(await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token));
        Assert.True(listed.IsRefused);
        Assert.Equal("The bot may not post there.", listed.Reason);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await DrainAsync(bot));
        Assert.Single(bot.Chat.Messages);
    }

    [Fact]
    public async Task A_wait_that_the_chat_asks_for_is_kept()
    {
        await using var bot = await WithMessageAsync("SQLite");
        bot.Chat.Answers.Enqueue(
            new TestChat.Answer(Takes: false, new SendOutcome.AskedToWait(TimeSpan.FromSeconds(40), "Discord asked to wait.")));
        await DrainAsync(bot);
        bot.Time.Advance(TimeSpan.FromSeconds(39));
        Assert.Equal(0, await DrainAsync(bot));
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await DrainAsync(bot));
        Assert.Equal(0, bot.Chat.Looks);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Messages_of_a_channel_keep_their_order_while_others_pass(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync("One came. Two left. Three stayed. Four slept. Five ate.");
        await bot.AddDigestAsync(options => (options.Name, options.Times[0]) = ("First", "08:00"));
        await bot.AddDigestAsync(options => (options.Name, options.Times[0]) = ("Second", "08:01"));
        await bot.AddDigestAsync(options => (options.Name, options.Times[0], options.Channel) = ("Other", "08:01", "223456789012345678"));
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        bot.Chat.Answers.Enqueue(Failed);
        await DrainAsync(bot);
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        await DrainAsync(bot);
        var titles = bot.Chat.Messages.Where(it => it.Channel.Target == TestChat.Channel).Select(it => it.Message.Title.Split(' ')[0]);
        Assert.Equal(["First", "Second"], titles);
        Assert.Equal(3, bot.Chat.Messages.Count);
    }

    [Fact]
    public async Task A_channel_of_a_chat_that_is_not_set_up_is_refused_with_a_remedy()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync("One came.");
        await bot.AddDigestAsync(options => options.Channel = "console");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await DrainAsync(bot);
        var listed = Assert.Single(await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token));
        Assert.Contains("change the digest's channel", listed.Reason, StringComparison.Ordinal);
    }

    private static async Task<TestBot> WithMessageAsync(string kind)
    {
        var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync("One came. Two left. Three stayed. Four slept. Five ate.");
        await bot.AddDigestAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        return bot;
    }

    private static Task<int> DrainAsync(TestBot bot) => bot.Get<Outbox>().DrainAsync(TestBot.Token);
}
