using SummaryBot.Sources;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Tests.Sources;

/// <summary>What tests of sources do with a bot.</summary>
internal static class SourceBot
{
    public const string Url = "https://feeds.example/news.xml";

    public static async Task<SubscribeResult.Added> SubscribeAsync(
        this TestBot bot, string url = Url, string guild = "", Backfill backfill = Backfill.None, string? name = null)
    {
        var wanted = new NewSubscription(SourceKind.Feed, new Uri(url), name ?? url) { Guild = guild, Backfill = backfill };
        return Assert.IsType<SubscribeResult.Added>(await bot.Get<SubscriptionStore>().AddAsync(wanted, TestBot.Token));
    }

    /// <summary>Visits what is due, and moves the clock while a visit waits for its turn.</summary>
    public static async Task<IReadOnlyList<VisitReport>> VisitAsync(this TestBot bot)
    {
        var reports = new List<VisitReport>();
        var visits = bot.Get<VisitPool>().VisitDueAsync(only: null, reports.Add, TestBot.Token);
        while (!visits.IsCompleted)
        {
            await Task.WhenAny(visits, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestBot.Token));
            if (!visits.IsCompleted)
            {
                bot.Time.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        await visits;
        return reports;
    }

    /// <summary>Moves the clock in steps, visiting what falls due at each.</summary>
    public static async Task<IReadOnlyList<VisitReport>> PassAsync(this TestBot bot, TimeSpan time, TimeSpan step)
    {
        var reports = new List<VisitReport>();
        for (var end = bot.Time.GetUtcNow() + time; bot.Time.GetUtcNow() < end;)
        {
            bot.Time.Advance(step);
            reports.AddRange(await bot.VisitAsync());
        }

        return reports;
    }

    public static async Task<SubscriptionRecord> SourceAsync(this TestBot bot, string url = Url, string guild = "") =>
        (await bot.Get<SubscriptionStore>().FindAsync(guild, url, TestBot.Token))!;
}
