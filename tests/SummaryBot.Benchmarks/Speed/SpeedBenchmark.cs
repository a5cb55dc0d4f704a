using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using SummaryBot.Summarization;

namespace SummaryBot.Benchmarks.Speed;

/// <summary>Articles a second on one core, allocations, a long article, the first summary of a process and its memory, beside string.Split.</summary>
internal static class SpeedBenchmark
{
    public const string File = "cnndm_train.jsonl";
    private const int Runs = 2000;
    private const int WarmRuns = 50;

    /// <param name="folder">Where the articles lie; null takes made-up ones.</param>
    /// <returns>0, 1 where BenchmarkDotNet measured nothing, or 2 where the data cannot be read.</returns>
    public static async Task<int> RunAsync(string? folder)
    {
        try
        {
            ArticleBenchmarks.Articles = SpeedTexts.Of(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            await Console.Error.WriteLineAsync($"{Path.Combine(folder!, File)} cannot be read: {e.Message}");
            return 2;
        }

        var articles = ArticleBenchmarks.Articles;
        Console.WriteLine($"Articles: {articles.Name}, {SpeedTexts.Count}, {articles.MeanWords} words on average");
        var isMeasured = MeasureArticles();
        MeasureLong(articles.Long);
        await FirstSummary.MeasureAsync(articles.Texts[0]);
        return isMeasured ? 0 : 1;
    }

    private static bool MeasureArticles()
    {
        Console.Error.WriteLine("... BenchmarkDotNet");
        var artifacts = Directory.CreateTempSubdirectory("summarybot-bench-").FullName;
        var config = ManualConfig.CreateEmpty().AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(NullLogger.Instance)
            .WithArtifactsPath(artifacts)
            .AddJob(Job.ShortRun.WithIterationCount(8).WithToolchain(InProcessNoEmitToolchain.Instance));
        var reports = BenchmarkRunner.Run<ArticleBenchmarks>(config).Reports;
        Directory.Delete(artifacts, recursive: true);
        var yardstick = reports.FirstOrDefault(report => report.BenchmarkCase.Descriptor.Baseline)?.ResultStatistics;
        foreach (var report in reports.Where(report => report.ResultStatistics is not null && yardstick is not null))
        {
            Console.WriteLine(Row(report, yardstick!.Median));
        }

        return reports.Length > 0 && reports.All(report => report.Success);
    }

    private static string Row(BenchmarkReport report, double yardstick)
    {
        var (name, time) = (report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), report.ResultStatistics!);
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-21} {1e9 / time.Median,9:N0} articles/s  "
            + $"{time.Median / 1e6,7:F3} ms an article (deviation {time.StandardDeviation / 1e6:F3})  "
            + $"{time.Median / yardstick,6:F1} times string.Split  {bytes / 1024.0,7:F1} KB allocated");
    }

    private static void MeasureLong(string text)
    {
        Console.Error.WriteLine("... an article of 5,000 words");
        var options = new SummaryOptions { Language = "en" };
        var split = Times(() => text.Split(' ').Length);
        var summary = Times(() => Summarizer.Summarize(text, options).Sentences.Count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  5,000 words, {Runs} runs: median {summary.Median:F2} ms, p99 {summary.P99:F2} ms; "
            + $"string.Split {split.Median:F3} ms, p99 {split.P99:F3} ms"));
    }

    private static (double Median, double P99) Times(Func<int> work)
    {
        var times = new double[Runs];
        for (var run = -WarmRuns; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[Math.Max(run, 0)] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[Runs / 2], times[Runs * 99 / 100]);
    }
}
