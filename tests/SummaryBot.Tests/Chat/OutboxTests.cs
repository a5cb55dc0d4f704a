using Microsoft.Extensions.Logging.Abstractions;
using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Chat;

public sealed class OutboxTests
{
    private static readonly TestChat.Answer LostReply = new(Takes: true, new SendOutcome.Unknown("The connection broke."));
    private static readonly TestChat.Answer Failed = new(Takes: false, new SendOutcome.Unknown("Discord answered 502."));
    private static readonly TestChat.Answer Refused = new(Takes: false, new SendOutcome.Refused("The bot may not post there."));

    private static readonly TestChat.Answer Blocked = new(
        Takes: false, new SendOutcome.MissingPermissions(["Send Messages"], "The bot may not post in the channel: give it there Send Messages."));

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
        Assert.Single(await ClaimAsync(store, 10, TimeSpan.FromMinutes(1))); // and then it is killed
        Assert.Empty(await ClaimAsync(store, 10, TimeSpan.FromMinutes(1)));
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

    /// <summary>Other bots drop what is older than some minutes.</summary>
    [Fact]
    public async Task What_could_not_be_sent_for_months_is_listed_and_sent_in_the_end()
    {
        await using var bot = await WithMessageAsync("SQLite");
        for (var day = 0; day < 100; day++)
        {
            bot.Chat.Answers.Enqueue(Failed);
            await DrainAsync(bot);
            Assert.Equal("waiting", Assert.Single(await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token)).State);
            bot.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Empty(bot.Chat.Messages);
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

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Guilds_take_turns_and_within_one_the_oldest_goes_first(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync("One came. Two left. Three stayed. Four slept. Five ate.");
        string[] big = [.. Enumerable.Range(0, 6).Select(i => $"10000000000000000{i}")], small = ["200000000000000000", "200000000000000001"];
        foreach (var (channel, i) in big.Select((channel, i) => (channel, i)))
        {
            await bot.AddDigestAsync(options => (options.Name, options.Times[0], options.Channel) = ($"Big {i}", $"08:0{5 - i}", channel));
        }

        foreach (var (channel, i) in small.Select((channel, i) => (channel, i)))
        {
            await bot.AddDigestAsync(options => (options.Name, options.Times[0], options.Channel) = ($"Small {i}", $"08:0{6 + i}", channel));
        }

        var store = bot.Get<OutboxStore>();
        await store.LearnGuildAsync("1100000000000000001", big.Select(Address), TestBot.Token);
        await store.LearnGuildAsync("1100000000000000002", small.Select(Address), TestBot.Token);
        await store.LearnGuildAsync("1100000000000000002", small.Select(Address), TestBot.Token); // a guild tells its channels at each connection
        bot.Time.Advance(TimeSpan.FromMinutes(70));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        var claimed = new List<string>();
        while (await ClaimAsync(store, 2, TimeSpan.FromMinutes(10)) is { Count: > 0 } batch)
        {
            claimed.AddRange(batch.Select(delivery => delivery.Message.Title[..7].Trim()));
        }

        Assert.Equal(["Big 5 ·", "Small 0", "Big 4 ·", "Small 1", "Big 3 ·", "Big 2 ·", "Big 1 ·", "Big 0 ·"], claimed);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_another_instance_took_since_the_plan_was_made_is_left_to_it(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        var store = bot.Get<OutboxStore>();
        var plan = await store.PlanAsync(10, except: null, TestBot.Token);
        Assert.Equal(Assert.Single(plan), Assert.Single(await store.ClaimAsync(plan, TimeSpan.FromMinutes(1), TestBot.Token)).Nonce);
        Assert.Empty(await store.ClaimAsync(plan, TimeSpan.FromMinutes(1), TestBot.Token));
    }

    [Fact]
    public async Task A_slow_delivery_keeps_its_own_place_and_no_other()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync("One came. Two left. Three stayed. Four slept. Five ate.");
        for (var i = 0; i < 40; i++)
        {
            await bot.AddDigestAsync(options => (options.Name, options.Channel) = ($"Digest {i}", $"1000000000000000{i:00}"));
        }

        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        var slow = new TaskCompletionSource();
        bot.Chat.Slow = (Channel: "100000000000000000", slow.Task);
        var drain = DrainAsync(bot);
        while (bot.Chat.Messages.Count < 39)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestBot.Token);
            bot.Time.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.False(drain.IsCompleted);
        slow.SetResult();
        Assert.Equal(40, await drain);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_channel_that_takes_nothing_is_told_once_and_its_messages_go_out_in_order_when_it_heals(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync("One came. Two left. Three stayed. Four slept. Five ate.");
        await bot.AddDigestAsync(options => (options.Name, options.Times[0]) = ("First", "08:00"));
        await bot.AddDigestAsync(options => (options.Name, options.Times[0]) = ("Second", "08:01"));
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        bot.Chat.Answers.Enqueue(Blocked);
        bot.Chat.Answers.Enqueue(Blocked);
        Assert.Equal(0, await DrainAsync(bot));
        Assert.Equal(0, await DrainAsync(bot));
        Assert.Equal(1, bot.Chat.Sends); // the second waits behind the first
        Assert.Equal(0, await bot.Get<OutboxStore>().CountWaitingAsync(TestBot.Token));
        await bot.Get<OutboxStore>().RetryBlockedAsync(limit: 20, TestBot.Token);
        Assert.Equal(0, await DrainAsync(bot));
        Assert.Equal(2, bot.Chat.Sends);

        await TellAsync(bot);
        await TellAsync(bot);
        var note = Assert.Single(bot.Chat.Messages);
        Assert.Equal(TestBot.AdminChannel, note.Channel);
        Assert.Contains("Send Messages", Assert.Single(note.Message.Intro), StringComparison.Ordinal);

        Assert.Equal(1, await bot.Get<OutboxStore>().RetryBlockedAsync([Address(TestChat.Channel)], TestBot.Token));
        Assert.Equal(2, await DrainAsync(bot));
        Assert.Equal(["First", "Second"], bot.Chat.Messages.Skip(1).Select(it => it.Message.Title.Split(' ')[0]));
        await TellAsync(bot);
        Assert.Equal(3, bot.Chat.Messages.Count);
    }

    [Fact]
    public async Task The_worker_probes_a_blocked_channel_every_minute()
    {
        await using var bot = await WithMessageAsync("SQLite");
        bot.Chat.Answers.Enqueue(Blocked);
        using var worker = new OutboxWorker(
            bot.Get<Outbox>(), bot.Get<OutboxStore>(), bot.Get<AdminNotes>(), bot.Time, NullLogger<OutboxWorker>.Instance);
        await worker.StartAsync(TestBot.Token);
        var start = bot.Time.GetUtcNow();
        while (bot.Chat.Messages.Count < 2)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestBot.Token);
        }

        await worker.StopAsync(TestBot.Token);
        Assert.Equal(TestBot.AdminChannel, bot.Chat.Messages[0].Channel);
        Assert.InRange(bot.Time.GetUtcNow() - start, TimeSpan.FromSeconds(59), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task A_note_that_could_not_be_posted_is_tried_again_and_another_reason_is_told_again()
    {
        await using var bot = await WithMessageAsync("SQLite");
        bot.Chat.Answers.Enqueue(Blocked);
        await DrainAsync(bot);
        bot.Chat.Answers.Enqueue(Failed);
        await TellAsync(bot);
        await TellAsync(bot);
        Assert.Empty(bot.Chat.Messages);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(bot);
        Assert.Single(bot.Chat.Messages);
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.Gone("The channel does not exist any more.")));
        bot.Time.Advance(TimeSpan.FromHours(1));
        await DrainAsync(bot);
        await TellAsync(bot);
        Assert.Contains("does not exist", Assert.Single(bot.Chat.Messages[1].Message.Intro), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_takes_nothing_is_left_alone_and_other_chats_go_on()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync("One came. Two left. Three stayed. Four slept. Five ate.");
        for (var i = 0; i < 30; i++)
        {
            await bot.AddDigestAsync(options => (options.Name, options.Channel) = ($"Digest {i}", $"1000000000000000{i:00}"));
        }

        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        for (var i = 0; i < 30; i++)
        {
            bot.Chat.Answers.Enqueue(new TestChat.Answer(
                Takes: false, new SendOutcome.AskedToWait(TimeSpan.FromSeconds(40), "Discord asked all requests to wait.", IsForAll: true)));
        }

        await DrainAsync(bot);
        Assert.InRange(bot.Chat.Sends, 1, 16); // those that were under way
        bot.Time.Advance(TimeSpan.FromSeconds(39));
        Assert.Equal(0, await DrainAsync(bot));
        bot.Chat.Answers.Clear();
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(30, await DrainAsync(bot));
        Assert.All(bot.Chat.Messages, message => Assert.Equal(0, message.Attempts)); // having to wait is no attempt
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

    private static ChannelAddress Address(string channel) => ChannelAddress.TryParse(channel)!;

    private static Task TellAsync(TestBot bot) => bot.Get<AdminNotes>().TellAsync(TestBot.Token);

    private static async Task<IReadOnlyList<Delivery>> ClaimAsync(OutboxStore store, int limit, TimeSpan lease) =>
        await store.ClaimAsync(await store.PlanAsync(limit, except: null, TestBot.Token), lease, TestBot.Token);

    private static Task<int> DrainAsync(TestBot bot) => bot.Get<Outbox>().DrainAsync(TestBot.Token);
}
