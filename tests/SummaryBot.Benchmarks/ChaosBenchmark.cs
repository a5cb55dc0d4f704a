using System.Globalization;
using SummaryBot.Discord.Tests.Gateway;

namespace SummaryBot.Benchmarks;

/// <summary>The gateway client through minutes of faults: cuts, op 7 and 9, silent peers, late acknowledgements, events twice and out of order.</summary>
internal static class ChaosBenchmark
{
    /// <param name="arguments"><c>--minutes N</c> and <c>--seed N</c>, in any order.</param>
    /// <returns>0 where nothing was lost and it was always back in time.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (minutes, seed) = (Value(arguments, "--minutes", 10), Value(arguments, "--seed", 1));
        var options = new ChaosOptions(
            (int)seed, TimeSpan.FromMinutes(minutes), Heartbeat: TimeSpan.FromSeconds(2), Every: TimeSpan.FromSeconds(1.5), LongestAway: TimeSpan.FromSeconds(4));
        Console.WriteLine($"{minutes:0.##} minutes, seed {seed}, {options.Shards} shards; heartbeat_interval {options.Heartbeat.TotalMilliseconds:F0} ms (Discord's own is about 41250), so that a silent peer is noticed in test time");
        var report = await GatewayChaos.RunAsync(options, CancellationToken.None);
        Console.WriteLine($"faults            {report.Faults.Values.Sum()}: {string.Join(", ", report.Faults.OrderByDescending(it => it.Value).Select(it => $"{it.Value} {it.Key}"))}");
        Console.WriteLine($"longest way back  {report.LongestBack.TotalSeconds:F1} s after the peer or the last fault (goal: under 15)");
        Console.WriteLine($"dispatches        {report.Dispatched}, {report.Lost} lost while resumable (goal: 0), {report.Twice} handled twice (goal: 0), {report.Excused} in sessions that Discord ended");
        Console.WriteLine($"identifies        {report.Identifies}, {report.MostIdentifies} in any 5 s (goal: 1); {report.Resumes} resumes");
        Console.WriteLine($"closed by Discord {Closes(report.Closes)}");
        Console.WriteLine($"memory            {string.Join(", ", report.MemoryBytes.Select(bytes => $"{bytes / 1e6:F1}"))} MB at the start, in the middle, at the end (client and TestDiscord together)");
        return report is { Lost: 0, Twice: 0, MostIdentifies: <= 1 } && report.LongestBack < TimeSpan.FromSeconds(15) ? 0 : 1;
    }

    private static string Closes(IReadOnlyList<int> codes) =>
        codes.Count == 0 ? "never" : string.Join(", ", codes.GroupBy(code => code).OrderBy(group => group.Key).Select(group => $"{group.Count()} times {group.Key}"));

    private static double Value(string[] arguments, string name, double usual) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? double.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : usual;
}
