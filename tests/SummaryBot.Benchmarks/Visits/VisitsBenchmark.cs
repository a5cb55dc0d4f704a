using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SummaryBot.Benchmarks.Visits;

/// <summary>One visit round of many feeds by summarybot as the program that it is, a second one that finds nothing new, and one that is killed in the middle.</summary>
internal static class VisitsBenchmark
{
    private const int Items = 20;
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(5);

    /// <returns>0 where nothing was lost and no feed was asked twice.</returns>
    public static async Task<int> RunAsync(int feeds)
    {
        await using var web = await FeedWeb.StartAsync(feeds, Items, Slowness);
        Console.WriteLine($"{feeds} feeds of {Items} items; 5 % broken, 5 % answer after {Slowness.TotalSeconds:F0} s, 5 % answer 429; on one machine with the web that they come from");
        var folder = Directory.CreateTempSubdirectory("summarybot-bench-").FullName;
        await ImportAsync(web, folder);
        var first = await MeasureAsync(web, folder, "first round");
        var isWhole = Count(folder) == web.ReadableItems && web.MostRequests == 1 && web.Requests == feeds;
        web.Forget();
        var second = await MeasureAsync(web, folder, "second round");
        Console.WriteLine($"             {web.NotModified} answers were 304");
        Directory.Delete(folder, recursive: true);
        var survived = await KillAsync(web, first / 3);
        return isWhole && survived && first < TimeSpan.FromMinutes(1) && second < TimeSpan.FromMinutes(1) ? 0 : 1;
    }

    private static async Task ImportAsync(FeedWeb web, string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "feeds.opml"), web.Opml());
        using var import = Start(web, folder, "source", "import", "feeds.opml");
        await import.WaitForExitAsync();
    }

    private static async Task<TimeSpan> MeasureAsync(FeedWeb web, string folder, string name)
    {
        var watch = Stopwatch.StartNew();
        using var visit = Start(web, folder, "source", "visit", "--all");
        var peak = 0L;
        while (!visit.HasExited)
        {
            peak = Math.Max(peak, PeakOf(visit.Id));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        var took = watch.Elapsed;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-12} {took.TotalSeconds:F1} s (goal: under 60), {peak} MB at most (goal: under 250); {web.Requests} requests, {web.MostRequests} at most for one feed (goal: 1); {Count(folder)} articles of {web.ReadableItems}"));
        return took;
    }

    /// <summary>Killed as a power cut would, and run again.</summary>
    private static async Task<bool> KillAsync(FeedWeb web, TimeSpan after)
    {
        var folder = Directory.CreateTempSubdirectory("summarybot-bench-").FullName;
        await ImportAsync(web, folder);
        using (var visit = Start(web, folder, "source", "visit", "--all"))
        {
            await Task.Delay(after, TimeProvider.System);
            visit.Kill();
            await visit.WaitForExitAsync();
        }

        var kept = Count(folder);
        using (var again = Start(web, folder, "source", "visit", "--all"))
        {
            await again.WaitForExitAsync();
        }

        var all = Count(folder);
        Console.WriteLine($"killed       after {after.TotalSeconds:F1} s with {kept} articles; {all} of {web.ReadableItems} after the next round");
        Directory.Delete(folder, recursive: true);
        return all == web.ReadableItems;
    }

    private static Process Start(FeedWeb web, string folder, params string[] arguments)
    {
        var program = Path.Combine(
            Path.GetDirectoryName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!, "SummaryBot.Host", "release", "summarybot");
        return Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            Environment = { ["SUMMARYBOT__FETCHING__ALLOWEDHOSTS"] = web.AllowedHosts },
            RedirectStandardOutput = true,
        })!;
    }

    private static long Count(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "summarybot.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM articles";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>VmHWM of /proc, in MB; 0 where the process is gone.</summary>
    private static long PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(it => it.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
