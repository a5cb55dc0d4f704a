using SummaryBot.Digests;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Health;

public sealed class VirtualMonthTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_healthy_bot_raises_no_alarm_in_a_month(string kind)
    {
        await using var it = await HealthBot.StartAsync(kind);
        const string Shaky = "https://shaky.example/feed.xml", Calm = "https://calm.example/feed.xml";
        await it.SubscribeAsync(HealthBot.Feed);
        await it.SubscribeAsync(Shaky, name: "Shaky");
        await it.SubscribeAsync(Calm, name: "Calm");
        await it.DigestAsync("Baku", options => options.Zone = "Asia/Baku");
        await it.DigestAsync("New York", options =>
        {
            (options.Zone, options.Editing) = ("America/New_York", new EditorialOptions { Quiet = new QuietOptions { From = "17:00", To = "20:00" } });
            options.Times[0] = "18:30";
            options.Days.Add("weekdays");
        });
        await it.DigestAsync("London weekly", options =>
        {
            options.Zone = "Europe/London";
            options.Days.Add("fri");
            options.Editing = new EditorialOptions { Filters = { new FilterOptions { Id = 1, Field = "any", Op = "has not", Value = "kamino" } } };
        });
        var paused = await it.DigestAsync("Holiday", options => options.Zone = "UTC");
        await it.Bot.Get<DigestBreaks>().PauseAsync(paused.Id, NodaTime.Instant.FromDateTimeOffset(it.Bot.Time.GetUtcNow().AddDays(20)), HealthBot.Token);
        var (asked, days) = (0, 0);
        await it.LiveAsync(TimeSpan.FromDays(31), async () =>
        {
            days++;
            if (days % 5 == 0) // an outage of some hours
            {
                it.Stop(Shaky);
                it.Bot.Web.Answer(Shaky, new FetchOutcome.Failed("The host answered 502.", 502));
            }
            else
            {
                it.Write(Shaky);
            }

            var reply = await it.AskAsync();
            Assert.True(reply.Title?.ToString() == "All is well", $"Day {days}: {HealthBot.Text(reply)}");
            asked++;
        });
        Assert.Equal(31, asked);
        Assert.True(it.Bot.Chat.Messages.Count > 31 + 20, $"{it.Bot.Chat.Messages.Count} editions came.");
    }
}
