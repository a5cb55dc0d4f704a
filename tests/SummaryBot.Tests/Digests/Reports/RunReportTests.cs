using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Reports;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Digests.Reports;

public sealed class RunReportTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";
    private const string Guild = "333333333333333333";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_run_is_told_once_with_stories_sources_lateness_and_link_when_its_message_is_sent(string kind)
    {
        await using var bot = await StartAsync(kind);
        await SubscribeAsync(bot, "a", "");
        await SubscribeAsync(bot, "b", Guild);
        await SubscribeAsync(bot, "c", Guild);
        await SubscribeAsync(bot, "d", "444444444444444444");
        await ExecuteAsync(bot, "UPDATE sources SET failing_since = 1, failures = 1 WHERE url LIKE '%/c'");
        await bot.AddDigestAsync(options => options.Guild = Guild);
        await DispatchAsync(bot, TestBot.Start.AddHours(1));
        var posted = Assert.Single(bot.Chat.Messages);
        bot.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(await TellAsync(bot)); // the run may still be going on
        bot.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(
            [$"Morning 08:00: 1 story, 2 sources ok, 1 failing, on time, https://discord.com/channels/{Guild}/{TestChat.Channel}/m-{posted.Nonce}"], await TellAsync(bot));
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await TellAsync(bot));
        Assert.Equal(TestBot.AdminChannel, bot.Chat.Messages[^1].Channel);
        Assert.Equal(2, bot.Chat.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_not_sent_is_told_after_ten_minutes_with_its_reason(string kind)
    {
        await using var bot = await StartAsync(kind);
        await bot.AddDigestAsync();
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.Refused("It is too long.")));
        await DispatchAsync(bot, TestBot.Start.AddHours(1));
        bot.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Empty(await TellAsync(bot));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["Morning 08:00: 1 story, 10 min late, not sent: It is too long"], await TellAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Ten_editions_have_a_line_each_and_more_are_counted_in_one(string kind)
    {
        await using var bot = await StartAsync(kind);
        for (var i = 0; i < 11; i++)
        {
            await bot.AddDigestAsync(options => options.Name = $"Digest {i}");
        }

        await DispatchAsync(bot, TestBot.Start.AddHours(1).AddMinutes(25));
        Assert.Equal(1, await CountAsync(bot)); // one row, however many editions
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["11 editions 08:00: all sent, 11 stories, 11 late, the last 25 min"], await TellAsync(bot));
        Assert.Equal(0, await CountAsync(bot));
        await ExecuteAsync(bot, "DELETE FROM digests WHERE name = 'Digest 0'");
        await bot.AddArticleAsync("Growers in the valley signed a deal on Saturday. It covers apples for ten years. The buyers are four markets. Frost took half of the trees.");
        await DispatchAsync(bot, TestBot.Start.AddHours(25));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(10, (await TellAsync(bot)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_report_whose_answer_was_lost_is_not_posted_again(string kind)
    {
        await using var bot = await StartAsync(kind);
        await bot.AddDigestAsync();
        await DispatchAsync(bot, TestBot.Start.AddHours(1));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: true, new SendOutcome.Unknown("The connection broke.")));
        Assert.Single(await TellAsync(bot));
        Assert.Empty(await TellAsync(bot)); // it rests a minute
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.Services2().GetRequiredService<RunReports>().TellAsync(TestBot.Token); // after a restart
        Assert.Equal(2, bot.Chat.Messages.Count);
        Assert.Equal(0, await CountAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_report_that_was_not_posted_comes_later_with_those_of_later_runs_behind_it(string kind)
    {
        await using var bot = await StartAsync(kind);
        await bot.AddDigestAsync(options => options.Times.Add("08:05"));
        await DispatchAsync(bot, TestBot.Start.AddHours(1));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.AskedToWait(TimeSpan.FromSeconds(1), "Busy.")));
        Assert.Empty(await TellAsync(bot));
        await bot.AddArticleAsync("Growers in the valley signed a deal on Saturday. It covers apples for ten years. The buyers are four markets. Frost took half of the trees.");
        await DispatchAsync(bot, TestBot.Start.AddHours(1).AddMinutes(5));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["Morning 08:00: 1 story, on time", "Morning 08:05: 1 story, on time"], await TellAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Instances_that_tell_together_tell_once(string kind)
    {
        await using var bot = await StartAsync(kind);
        await bot.AddDigestAsync();
        await DispatchAsync(bot, TestBot.Start.AddHours(1));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bot.Services2().GetRequiredService<RunReports>().TellAsync(TestBot.Token), TestBot.Token)));
        Assert.Single(bot.Chat.Messages, it => it.Channel == TestBot.AdminChannel);
    }

    [Fact]
    public async Task A_personal_digest_is_told_without_its_name_or_link()
    {
        await using var bot = await StartAsync("SQLite");
        await bot.AddDigestAsync(options =>
        {
            (options.Name, options.Channel, options.Guild, options.Editing.Kind) = ("For Sam", "dm:222222222222222222", Guild, "personal");
            options.Editing.Filters.Add(new FilterOptions { Op = "has not", Value = "horoscope" });
        });
        await DispatchAsync(bot, TestBot.Start.AddHours(1));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["A personal digest 08:00: 1 story, on time"], await TellAsync(bot));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Where_nobody_wants_to_know_nothing_is_noted(bool hasChannel, bool runReports)
    {
        await using var bot = await StartAsync("SQLite");
        var options = Options.Create(new OutboxOptions { AdminChannel = hasChannel ? TestBot.AdminChannel : null, RunReports = runReports });
        var store = new RunReportStore(bot.Get<Database>(), options, bot.Time);
        var message = new ChatMessage("Morning", [], [], [], MessageLayout.Cards);
        await bot.Get<Database>().WriteAsync(
            async transaction =>
            {
                await store.AddAsync(transaction, [new NewDelivery(1, "2026-03-01T08:00", 0, TestBot.AdminChannel, message)], TestBot.Token);
                return true;
            },
            TestBot.Token);
        Assert.Equal(0, await CountAsync(bot));
    }

    private static async Task<TestBot> StartAsync(string kind)
    {
        var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        return bot;
    }

    private static async Task SubscribeAsync(TestBot bot, string name, string guild) =>
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri($"https://news.example/{name}"), name) { Guild = guild }, TestBot.Token);

    private static async Task DispatchAsync(TestBot bot, DateTimeOffset at)
    {
        bot.Time.SetUtcNow(at);
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
    }

    /// <returns>The lines that were posted.</returns>
    private static async Task<IReadOnlyList<string>> TellAsync(TestBot bot)
    {
        var before = bot.Chat.Messages.Count;
        await bot.Get<RunReports>().TellAsync(TestBot.Token);
        return [.. bot.Chat.Messages.Skip(before).SelectMany(it => it.Message.Intro)];
    }

    private static async Task ExecuteAsync(TestBot bot, string sql)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql);
    }

    private static async Task<long> CountAsync(TestBot bot)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM run_reports");
    }
}
