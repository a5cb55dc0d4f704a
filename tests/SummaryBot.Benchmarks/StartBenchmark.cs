using System.Diagnostics;
using System.Globalization;

namespace SummaryBot.Benchmarks;

/// <summary>How long summarybot takes to be ready, and what memory it holds while nothing is due.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public static async Task RunAsync()
    {
        var program = Environment.GetEnvironmentVariable("SUMMARYBOT_BENCH_PROGRAM")
            ?? Path.Combine(
                Path.GetDirectoryName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!,
                "SummaryBot.Host",
                "release",
                "summarybot");
        var folder = Directory.CreateTempSubdirectory("summarybot-bench-").FullName;
        var watch = Stopwatch.StartNew();
        using var bot = Process.Start(new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["SUMMARYBOT__HEALTH__ADDRESS"] = "http://127.0.0.1:0" },
        })!;
        while (await bot.StandardError.ReadLineAsync() is { } line && !line.Contains("Ready", StringComparison.Ordinal))
        {
        }

        var ready = watch.Elapsed;
        var bare = await MeasureAsync("dotnet", "--version");
        await Task.Delay(Idle, TimeProvider.System);
        Console.WriteLine($"{program}: ready in {ready.TotalSeconds:F2} s ({ready / bare:F1} times `dotnet --version`); {Resident(bot.Id)} MB resident after {Idle.TotalSeconds:F0} s idle");
        bot.Kill();
        await bot.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<TimeSpan> MeasureAsync(string program, string argument)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.WaitForExitAsync();
        return watch.Elapsed;
    }

    /// <summary>VmRSS of /proc, in MB.</summary>
    private static long Resident(int id) => long.Parse(
        File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(
            ' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;
}
