using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Reports;
using SummaryBot.Sources;
using SummaryBot.Tests.Commands;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Tests.Settings;

public sealed class AdminChannelsTests
{
    private const string Own = "444444444444444444";
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_blocked_channel_is_told_in_its_servers_own_channel_and_language_and_to_nobody_else(string kind)
    {
        await using var bot = await StartAsync(kind);
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.MissingPermissions(["Send Messages"], "The bot lacks Send Messages.")));
        await DispatchAsync(bot);
        await bot.Get<AdminNotes>().TellAsync(TestBot.Token);
        await bot.Get<AdminNotes>().TellAsync(TestBot.Token);
        var note = Assert.Single(bot.Chat.Messages, it => it.Message.Stories.Count == 0);
        Assert.Equal(Own, note.Channel.Target);
        Assert.Equal("Ein Kanal nimmt keine Überblicke an", note.Message.Title);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_run_is_told_to_each_server_of_its_own_digests_alone_and_the_rest_to_the_operator(string kind)
    {
        await using var bot = await StartAsync(kind);
        await bot.AddDigestAsync(options => (options.Name, options.Guild, options.Channel) = ("Foreign", "555555555555555555", "666666666666666666"));
        await DispatchAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.Get<RunReports>().TellAsync(TestBot.Token);
        await bot.Get<RunReports>().TellAsync(TestBot.Token);
        var told = bot.Chat.Messages.Where(it => it.Message.Stories.Count == 0).ToDictionary(it => it.Channel.Target, it => Assert.Single(it.Message.Intro), StringComparer.Ordinal);
        Assert.Equal(2, told.Count);
        Assert.StartsWith("Morning 08:00: 1 Meldung, pünktlich", told[Own], StringComparison.Ordinal);
        Assert.StartsWith("Foreign 08:00: 1 story, on time", told[TestBot.AdminChannel.Target], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_source_that_ended_is_told_once_to_each_server_that_reads_it_under_its_own_name(string kind)
    {
        await using var bot = await StartAsync(kind);
        bot.Web.Answer(SourceBot.Url, new SummaryBot.Sources.Fetching.FetchOutcome.Gone(410));
        foreach (var (guild, name) in new[] { (Caller.Guild, "Ours"), ("555555555555555555", "Theirs"), ("", "Everybody's") })
        {
            await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri(SourceBot.Url), name) { Guild = guild }, TestBot.Token);
        }

        await bot.VisitAsync();
        for (var i = 0; i < 3; i++)
        {
            await bot.Get<SourceNotices>().TellAsync(TestBot.Token);
        }

        var told = bot.Chat.Messages.ToDictionary(it => it.Channel.Target, it => it.Message, StringComparer.Ordinal);
        Assert.Equal(2, told.Count);
        Assert.StartsWith("Ours (", Assert.Single(told[Own].Intro), StringComparison.Ordinal);
        Assert.Contains("/source add", Assert.Single(told[Own].Footnote), StringComparison.Ordinal);
        Assert.Contains("1 beendet", told[Own].Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Ours", Assert.Single(told[TestBot.AdminChannel.Target].Intro), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_servers_own_channel_does_not_take_the_operator_learns()
    {
        await using var bot = await StartAsync("SQLite");
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.Gone("The channel is gone.")));
        await DispatchAsync(bot);
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.Gone("The admin channel is gone too.")));
        await bot.Get<AdminNotes>().TellAsync(TestBot.Token);
        Assert.Equal(TestBot.AdminChannel, Assert.Single(bot.Chat.Messages).Channel);
        Assert.Empty(await bot.RowsAsync("notes"));
    }

    private static async Task<TestBot> StartAsync(string kind)
    {
        var bot = await TestBot.StartAsync(kind);
        await bot.AskAsync("settings admin-channel", ("channel", new GivenChannel(Own, "ops", ChannelType.Text)));
        await bot.AskAsync("settings language", ("language", "de"));
        await bot.AddDigestAsync(options => options.Guild = Caller.Guild);
        await bot.AddArticleAsync(News);
        return bot;
    }

    private static async Task DispatchAsync(TestBot bot)
    {
        bot.Time.SetUtcNow(TestBot.Start.AddHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
    }
}
