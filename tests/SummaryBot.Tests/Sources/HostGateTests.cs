using SummaryBot.Sources;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Tests.Sources;

public sealed class HostGateTests
{
    [Fact]
    public async Task Nobody_waits_longer_because_the_clock_was_set_back()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var clock = new WallClock();
        var gate = new HostGate(bot.Get<HostStore>(), clock);
        using var first = await gate.EnterAsync("news.example", TestBot.Token);
        clock.SetBack = TimeSpan.FromHours(1);
        using var second = await gate.EnterAsync("news.example", TestBot.Token).WaitAsync(TimeSpan.FromMinutes(1), TestBot.Token);
        Assert.NotNull(second);
    }

    private sealed class WallClock : TimeProvider
    {
        public TimeSpan SetBack { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - SetBack;
    }
}
