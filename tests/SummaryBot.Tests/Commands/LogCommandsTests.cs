using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Commands;

public sealed class LogCommandsTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_log_tells_what_became_of_each_edition_of_this_server_and_why(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddDigestAsync(options => options.Guild = Caller.Guild);
        await bot.AddDigestAsync(options =>
        {
            (options.Name, options.Guild, options.Channel) = ("Foreign", "555555555555555555", "666666666666666666");
            options.Times[0] = "09:00"; // folded each day
        });
        await bot.AddArticleAsync(News);
        await DispatchAsync(bot, days: 0); // sent
        await DispatchAsync(bot, days: 1); // no news
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.Refused("It is too long.")));
        await bot.AddArticleAsync("Growers in the valley signed a deal on Saturday. It covers apples for ten years. The buyers are four markets. Frost took half of the trees.");
        await DispatchAsync(bot, days: 2);
        var lines = (await bot.AskAsync("log")).Lines.Select(line => line.ToString()).ToList();
        Assert.Equal(3, lines.Count);
        Assert.EndsWith("Morning: not sent, 1 story. It is too long.", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("Morning: skipped, 0 stories. There was no new story.", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("Morning: sent, 1 story", lines[2], StringComparison.Ordinal);
        Assert.Single((await bot.AskAsync("log", ("status", "failed"))).Lines);
        Assert.Equal(2, (await bot.AskAsync("log", ("days", 1L))).Lines.Count);
        Assert.Equal(3, (await bot.AskAsync("log", ("digest", "morning"))).Lines.Count);
        Assert.Equal(ErrorCode.NoSuchDigest, (await bot.AskAsync("log", ("digest", "Foreign"))).Error);
        Assert.Equal(ErrorCode.BadOption, (await bot.AskAsync("log", ("days", 31L))).Error);
        var offered = await bot.Get<CommandCatalog>()["log"].SuggestAsync!(Caller.Call(), new TypedOption("digest", "o"), TestBot.Token);
        Assert.Equal(["Morning"], offered.Select(it => it.Label));
    }

    [Fact]
    public async Task Pages_turn_both_ways_and_show_every_edition_once()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddDigestAsync(options => options.Guild = Caller.Guild);
        for (var day = 0; day < 25; day++)
        {
            await DispatchAsync(bot, day);
        }

        var page = await bot.AskAsync("log", ("days", 30L));
        var first = Caller.TextOf(page);
        Assert.True(page.Buttons[0].IsDisabled);
        var seen = page.Lines.Select(line => line.ToString()).ToList();
        for (var i = 0; i < 2; i++)
        {
            page = await bot.PressAsync(page.Buttons[1]);
            seen.AddRange(page.Lines.Select(line => line.ToString()));
        }

        Assert.True(page.Buttons[1].IsDisabled);
        Assert.Equal("Page 3 of 3", page.Note!.ToString());
        Assert.Equal(25, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(first, Caller.TextOf(await bot.PressAsync((await bot.PressAsync(page.Buttons[0])).Buttons[0])));
        Assert.Equal(ErrorCode.StaleButton, (await bot.PressAsync(page.Buttons[0] with { Payload = "x" })).Error);
    }

    private static async Task DispatchAsync(TestBot bot, int days)
    {
        bot.Time.SetUtcNow(TestBot.Start.AddHours(1).AddDays(days));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
    }
}
