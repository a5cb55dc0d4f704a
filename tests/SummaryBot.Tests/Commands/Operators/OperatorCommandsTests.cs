using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Operations;
using SummaryBot.Retention;
using SummaryBot.Sources;

namespace SummaryBot.Tests.Commands.Operators;

public sealed class OperatorCommandsTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Stats_count_what_there_is_and_how_late_it_was_sent(string kind)
    {
        await using var bot = await ServerAsync(kind);
        bot.Time.SetUtcNow(TestBot.Start.AddHours(1).AddSeconds(12));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var text = Caller.TextOf(await bot.AskAsync("operator stats"));
        Assert.Contains("Servers: 1 known, 0 left", text, StringComparison.Ordinal);
        Assert.Contains("Digests: 1, of them 0 paused and 0 personal", text, StringComparison.Ordinal);
        Assert.Contains("Sources: 1 read, 0 failing, 0 ended", text, StringComparison.Ordinal);
        Assert.Contains("half within 12.0 s, 95 % within 12.0 s, of 1 message", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task While_drained_nothing_new_is_written_in_any_instance_and_what_waits_is_sent(string kind)
    {
        await using var bot = await ServerAsync(kind);
        bot.Time.SetUtcNow(TestBot.Start.AddHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        Assert.Contains("1 message is still on the way", Caller.TextOf(await bot.AskAsync("operator drain")), StringComparison.Ordinal);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Single(bot.Chat.Messages);

        await bot.AddArticleAsync("Growers in the valley signed a deal on Saturday. It covers apples for ten years. The buyers are four markets. Frost took half of the trees.");
        bot.Time.SetUtcNow(TestBot.Start.AddHours(25).AddMinutes(30));
        await RunAsync(bot);
        Assert.Single(bot.Chat.Messages);
        Assert.Contains("Nothing new is begun since", Caller.TextOf(await bot.AskAsync("operator stats")), StringComparison.Ordinal);

        await bot.AskAsync("operator drain", ("off", true));
        await RunAsync(bot);
        Assert.Equal(2, bot.Chat.Messages.Count);
        Assert.Contains("30 min late", string.Join(' ', bot.Chat.Messages[1].Message.Intro.Concat(bot.Chat.Messages[1].Message.Footnote)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_announcement_is_posted_once_in_every_admin_channel_also_where_an_answer_was_lost(string kind)
    {
        await using var bot = await ServerAsync(kind);
        for (var i = 0; i < 3; i++)
        {
            var channel = new GivenChannel($"77777777777777777{i}", "ops", ChannelType.Text);
            await bot.AskAsync("settings admin-channel", Caller.Call(guild: $"55555555555555555{i}", options: ("channel", channel)));
        }

        await bot.Get<LeftGuildStore>().LeftAsync("555555555555555552", TestBot.Token); // it hears nothing
        Assert.Contains("3 channels", Caller.TextOf(await bot.AskAsync("operator announce", ("text", "The bot restarts at noon."))), StringComparison.Ordinal); // the operator's own is the third
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: true, new SendOutcome.Unknown("The connection broke.")));
        for (var i = 0; i < 4; i++)
        {
            await bot.Get<NoteOutbox>().SendAsync(TestBot.Token);
            bot.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["777777777777777770", "777777777777777771", TestBot.AdminChannel.Target], bot.Chat.Messages.Select(it => it.Channel.Target).Order(StringComparer.Ordinal));
        Assert.All(bot.Chat.Messages, it => Assert.Equal(["The bot restarts at noon."], it.Message.Intro));
        Assert.Empty(await bot.RowsAsync("notes"));
    }

    [Fact]
    public async Task A_server_is_shown_with_what_it_has_and_an_unknown_one_is_said_to_be()
    {
        await using var bot = await ServerAsync("SQLite");
        var text = Caller.TextOf(await bot.AskAsync("operator guild", ("id", Caller.Guild)));
        Assert.Contains("Digests (1): Morning", text, StringComparison.Ordinal);
        Assert.Contains("Sources (1): Harbor (new)", text, StringComparison.Ordinal);
        await bot.Get<LeftGuildStore>().LeftAsync(Caller.Guild, TestBot.Token);
        await bot.AskAsync("settings retention", ("days", 3L));
        Assert.Contains("deleted on 2026-03-04", Caller.TextOf(await bot.AskAsync("operator guild", ("id", Caller.Guild))), StringComparison.Ordinal);
        Assert.Equal(ErrorCode.NoSuchGuild, (await bot.AskAsync("operator guild", ("id", "999999999999999998"))).Error);
        Assert.Equal(ErrorCode.BadOption, (await bot.AskAsync("operator guild", ("id", "1"))).Error);
    }

    private static async Task<TestBot> ServerAsync(string kind)
    {
        var bot = await TestBot.StartAsync(kind);
        await bot.Get<OutboxStore>().LearnGuildAsync(Caller.Guild, [ChannelAddress.TryParse(TestChat.Channel)!], TestBot.Token);
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri("https://news.example/feed"), "Harbor") { Guild = Caller.Guild }, TestBot.Token);
        await bot.AddDigestAsync(options => options.Guild = Caller.Guild);
        await bot.AddArticleAsync(News);
        return bot;
    }

    /// <summary>As the scheduler does.</summary>
    private static async Task RunAsync(TestBot bot)
    {
        var job = new DispatchJob(bot.Get<DigestDispatcher>(), bot.Get<DrainSwitch>(), bot.Get<Heartbeat>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<DispatchJob>.Instance);
        await job.Execute(null!, TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
    }
}
