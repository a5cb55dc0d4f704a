namespace SummaryBot.Discord.Tests.Gateway;

public sealed class GatewayChaosTests
{
    /// <summary>The short form of the benchmark <c>chaos</c>.</summary>
    [Fact]
    public async Task Through_cuts_silence_and_orders_to_leave_nothing_is_lost_and_it_is_always_back_soon()
    {
        var options = new ChaosOptions(
            Seed: 7, TimeSpan.FromSeconds(15), Heartbeat: TimeSpan.FromSeconds(1), Every: TimeSpan.FromSeconds(0.5), LongestAway: TimeSpan.FromSeconds(1));
        var report = await GatewayChaos.RunAsync(options, TestContext.Current.CancellationToken);
        Assert.InRange(report.Faults.Values.Sum(), 20, 60);
        Assert.InRange(report.Dispatched, 100, int.MaxValue);
        Assert.Equal((0, 0), (report.Lost, report.Twice));
        Assert.InRange(report.LongestBack, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Equal(1, report.MostIdentifies);
        Assert.DoesNotContain(report.Closes, code => code is 4003 or 4007 or 4009 or 4010);
    }
}
