using System.Collections.Concurrent;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Tests.Sources;

public sealed class FairnessTests
{
    private const string Theirs = "111111111111111111";
    private const string Ours = "222222222222222222";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task While_a_thousand_sources_of_one_guild_hang_those_of_others_are_visited_and_digests_go_out_on_time(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync("The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt.");
        await bot.AddDigestAsync();
        for (var i = 0; i < 1000; i++)
        {
            bot.Web.Answer($"https://slow{i}.example/feed", _ => new TaskCompletionSource<FetchOutcome>().Task);
            await bot.SubscribeAsync($"https://slow{i}.example/feed", Theirs);
        }

        for (var i = 0; i < 20; i++)
        {
            bot.Web.Feed($"https://quick{i}.example/feed", new MadeUpWeb.Item($"{i}", $"Story {i}", TestBot.Start.AddDays(-1)));
            await bot.SubscribeAsync($"https://quick{i}.example/feed", Ours);
        }

        var reports = new ConcurrentBag<VisitReport>();
        using var stop = new CancellationTokenSource();
        bot.Time.SetUtcNow(TestBot.Start.AddMinutes(59));
        var visits = bot.Get<VisitPool>().VisitDueAsync(only: null, reports.Add, stop.Token);
        await VisitTests.EventuallyAsync(bot, () => reports.Count == 20);
        Assert.All(reports, report => Assert.StartsWith("quick", report.Source.Host, StringComparison.Ordinal));
        Assert.Equal(new SourceOptions().Parallel / 2, bot.Web.Requests.Count(request => request.What.Address.Host.StartsWith("slow", StringComparison.Ordinal)));
        bot.Time.SetUtcNow(TestBot.Start.AddMinutes(60)); // when the digest is due
        Assert.Equal(1, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.DoesNotContain(Assert.Single(bot.Chat.Messages).Message.Intro, line => line.Contains("late", StringComparison.Ordinal));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => visits);
    }

    [Fact]
    public async Task Guilds_take_turns_at_a_host_that_they_share()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        for (var i = 0; i < 50; i++)
        {
            bot.Web.Feed($"https://shared.example/{i}", new MadeUpWeb.Item($"{i}", $"Story {i}", TestBot.Start.AddDays(-1)));
            await bot.SubscribeAsync($"https://shared.example/{i}", i < 49 ? Theirs : Ours);
        }

        await bot.VisitAsync();
        var order = bot.Web.Requests.Select(request => request.What.Address.AbsolutePath).ToList();
        Assert.Equal(50, order.Count);
        Assert.InRange(order.IndexOf("/49"), 0, 1);
        Assert.True(bot.Web.MostAtOnce <= 2);
        Assert.All(bot.Web.Requests.Zip(bot.Web.Requests.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromMilliseconds(500)));
    }
}
