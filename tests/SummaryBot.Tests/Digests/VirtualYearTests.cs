using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

/// <summary>60 digests in 12 zones, over days in which the bot is restarted and stopped, its clock jumps, and digests move to other zones.</summary>
public sealed class VirtualYearTests
{
    /// <summary>Days that are gone through on SQLite; a whole year takes minutes.</summary>
    private static int Days { get; } = int.TryParse(Environment.GetEnvironmentVariable("SUMMARYBOT_VIRTUAL_DAYS"), CultureInfo.InvariantCulture, out var days) ? days : 40;

    /// <summary>From 1 March 2026 on: within 40 days the clocks change in New York, St. John's, Casablanca, London, Gaza, Chatham and Lord Howe.</summary>
    [Theory]
    [InlineData("SQLite", 1)]
    [InlineData("PostgreSQL", 2)]
    public async Task Each_local_time_has_exactly_one_edition_whatever_happens_to_the_bot_its_clock_and_the_zones(string kind, int seed)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await using var year = await VirtualYear.StartAsync(bot, new Random(seed), kind == "SQLite" ? Days : 4);
        await year.RunAsync();
        foreach (var digest in year.Digests)
        {
            var history = await bot.Get<EditionStore>().HistoryAsync(digest.Id, 100_000, TestBot.Token);
            Assert.Equal(digest.Settled, history.Reverse().Select(it => SlowDigest.Line(it.DueLocal, it.Status, it.DueAt, it.WrittenAt)).Order(StringComparer.Ordinal));
            Assert.Equal(digest.WrittenCount, history.Count(it => it.Delivery == DeliveryState.Sent));
        }

        Assert.Equal(year.Digests.Sum(digest => digest.WrittenCount), bot.Chat.Messages.Count);
        Assert.Equal(bot.Chat.Messages.Count, bot.Chat.Messages.Select(message => message.Nonce).Distinct().Count());
        Assert.All(year.Happened.Where(_ => year.Days > 30), it => Assert.True(it.Value > 0, it.Key));
        TestContext.Current.SendDiagnosticMessage($"{year.Days} days, {year.Ticks} ticks, {bot.Chat.Messages.Count} messages; {string.Join(", ", year.Happened.Select(it => $"{it.Value} {it.Key}"))}");
    }
}
