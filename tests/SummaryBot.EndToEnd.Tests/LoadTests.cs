using SummaryBot.Benchmarks.Load;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>The load benchmark, scaled down.</summary>
public sealed class LoadTests
{
    [Theory]
    [InlineData(1000, false)]
    [InlineData(300, true)]
    public async Task Every_channel_gets_its_edition_once_and_no_limit_is_exceeded(int channels, bool withFaults)
    {
        var folder = AppContext.BaseDirectory.TrimEnd('/');
        var program = Path.Combine(
            Path.GetDirectoryName(Path.GetDirectoryName(folder))!, "SummaryBot.Host", Path.GetFileName(folder), "summarybot.dll");
        await using var run = new LoadRun(program, channels, withFaults);
        var result = await run.RunAsync(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
        Assert.True(
            result is { Lost: 0, Doubles: 0, OutOfOrder: 0, LimitsExceeded: 0, GlobalLimitsExceeded: 0, PeakMegabytes: < 512, Shards: 16 }, result.ToString());
        Assert.Equal(withFaults, result.Faults > 0);
        TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
    }
}
