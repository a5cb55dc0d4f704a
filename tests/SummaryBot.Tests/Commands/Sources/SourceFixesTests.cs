using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Tests.Sources;
using static SummaryBot.Tests.Commands.CommandBot;

namespace SummaryBot.Tests.Commands.Sources;

/// <summary>The buttons below a notice of failing sources.</summary>
public sealed class SourceFixesTests
{
    private const string New = "https://feeds.example/new.xml";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Retry_says_whether_it_is_well_again_pause_and_another_address_are_undone(string kind)
    {
        await using var bot = await FailingAsync(kind);
        var payload = $"{Assert.Single(await bot.Get<SubscriptionStore>().ListAsync(Guild, TestBot.Token)).SourceId}";
        bot.Time.Advance(TimeSpan.FromSeconds(1)); // a host is asked twice a second at most
        Assert.Contains("It answered 500.", TextOf(await bot.PressAsync(NoticeButtons.Retry, payload)), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "Harbor opens", TestBot.Start));
        Assert.Contains("well", TextOf(await bot.PressAsync(NoticeButtons.Retry, payload)), StringComparison.Ordinal);

        var before = await bot.RowsAsync("subscriptions");
        var paused = await bot.PressAsync(NoticeButtons.Pause, payload);
        Assert.NotEqual(before, await bot.RowsAsync("subscriptions"));
        await bot.UndoAsync(paused);
        Assert.Equal(before, await bot.RowsAsync("subscriptions"));

        bot.Web.Feed(New, new MadeUpWeb.Item("a", "Harbor opens", TestBot.Start));
        var replaced = await bot.PressAsync("srepf", payload, fields: new Dictionary<string, IReadOnlyList<string>> { ["url"] = [New] });
        Assert.True(replaced.Error is null, TextOf(replaced));
        Assert.Equal(New, Assert.Single(await bot.Get<SubscriptionStore>().ListAsync(Guild, TestBot.Token)).Address);
        await bot.UndoAsync(replaced);
        Assert.Equal(before, await bot.RowsAsync("subscriptions"));
    }

    [Fact]
    public async Task A_button_touches_the_servers_own_sources_and_everybodys_only_in_the_operators_channel()
    {
        await using var bot = await FailingAsync("SQLite");
        var theirs = await bot.SubscribeAsync("https://b.example/feed", guild: "", name: "Everybody's");
        var call = Call();
        Assert.Equal(ErrorCode.NoticeOutdated, (await bot.PressAsync(NoticeButtons.Pause, $"{theirs.SourceId}", call)).Error);
        Assert.Null((await bot.PressAsync(NoticeButtons.Pause, $"{theirs.SourceId}", call with { Channel = TestBot.AdminChannel.Target })).Error);
        Assert.Equal(ErrorCode.NoticeOutdated, (await bot.PressAsync(NoticeButtons.Pause, "garbage -1", call)).Error);
    }

    [Fact]
    public void Buttons_remember_as_many_sources_as_they_can()
    {
        Assert.Null(NoticeButtons.Of(Words.English, []));
        Assert.Equal([NoticeButtons.Retry, NoticeButtons.Pause, NoticeButtons.Replace], NoticeButtons.Of(Words.English, [7, 7])!.Select(it => it.Kind));
        var many = NoticeButtons.Of(Words.English, [.. Enumerable.Range(10_000, 20).Select(i => (long)i)])!;
        Assert.Equal(2, many.Count);
        Assert.All(many, it => Assert.True(it.Payload.Length <= 64 && NoticeButtons.Read(it.Payload).Count == 10));
    }

    [Fact]
    public async Task A_notice_of_a_failing_source_carries_the_buttons()
    {
        await using var bot = await FailingAsync("SQLite");
        await bot.PassAsync(TimeSpan.FromHours(30), TimeSpan.FromHours(1));
        await bot.Get<SourceNotices>().TellAsync(TestBot.Token);
        Assert.Equal(3, Assert.Single(bot.Chat.Messages).Message.Buttons!.Count);
    }

    private static async Task<TestBot> FailingAsync(string kind)
    {
        var bot = await TestBot.StartAsync(kind);
        bot.Web.Answer(SourceBot.Url, new FetchOutcome.Failed("It answered 500.", 500));
        await bot.SubscribeAsync(guild: Guild, name: "Harbor News");
        await bot.VisitAsync();
        return bot;
    }
}
