namespace SummaryBot.Benchmarks.Load;

/// <summary>How long 10,000 channels take at Discord's 50 requests a second; 200 s is what the limit itself costs.</summary>
internal static class LoadBenchmark
{
    private const int MostMegabytes = 512;
    private const double RequestsPerSecond = 50;

    public static async Task<int> RunAsync(int channels, bool withFaults)
    {
        var program = Path.Combine(
            Path.GetDirectoryName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!, "SummaryBot.Host", "release", "summarybot.dll");
        Console.WriteLine($"{channels} channels, each with an edition due in the same minute{(withFaults ? "; 20 % are asked to wait and 10 % fail" : "")}.");
        await using var run = new LoadRun(program, channels, withFaults);
        var result = await run.RunAsync(TimeSpan.FromMinutes(15), CancellationToken.None);
        Console.WriteLine($"""
            sent            {result.Expected - result.Lost} of {result.Expected}, {result.Doubles} twice, {result.OutOfOrder} channels out of order
            time            {result.Taken.TotalSeconds:F1} s from the first to the last (at {RequestsPerSecond} a second {channels / RequestsPerSecond:F0} s)
            late            p50 {result.LateP50.TotalSeconds:F1} s, p99 {result.LateP99.TotalSeconds:F1} s, max {result.LateMost.TotalSeconds:F1} s after the minute
            limits exceeded {result.LimitsExceeded}, of them global {result.GlobalLimitsExceeded}; {result.Requests} requests, {result.Faults} met a fault
            shards          {result.Shards} connected, the channels spread over a server of each
            memory          {result.PeakMegabytes} MB resident at most (the bot's own process; TestDiscord is in this one)
            """);
        return result is { Lost: 0, Doubles: 0, OutOfOrder: 0, LimitsExceeded: 0, PeakMegabytes: < MostMegabytes } ? 0 : 1;
    }
}
