using System.Diagnostics;
using System.Globalization;
using SummaryBot.Summarization;

namespace SummaryBot.Benchmarks.Speed;

/// <summary>What the first summary of a process costs in time and in memory that stays: the model and its tables are read then.</summary>
internal static class FirstSummary
{
    /// <summary>The verb of the process that is measured.</summary>
    public const string Verb = "first-summary";

    private const int Processes = 5;

    public static async Task MeasureAsync(string text)
    {
        await Console.Error.WriteLineAsync("... first summaries of fresh processes");
        var rows = new List<double[]>();
        for (var i = 0; i < Processes; i++)
        {
            rows.Add(await MeasureOneAsync(text));
        }

        double Median(int column) => rows.Select(row => row[column]).Order().ElementAt(Processes / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  first summary of a process: {Median(0):F0} ms, the second {Median(1):F2} ms; "
            + $"the first string.Split {Median(2):F2} ms (median of {Processes}, compiled as it runs)"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  memory that stays: {Median(3) / 1024:F0} KB of heap; "
            + $"working set {Median(5) / 1048576:F1} MB, {Median(4) / 1048576:F1} MB of them since the first summary"));
    }

    /// <summary>Summarizes the article on standard input and prints the figures of one process.</summary>
    /// <remarks>ms of the first and second summary and of a split; bytes of heap and of working set that were added; bytes of working set.</remarks>
    public static void Run()
    {
        var text = Console.In.ReadToEnd();
        var split = Time(() => text.Split(' '));
        var (heap, set) = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
        var first = Time(() => Summarizer.Summarize(text, new SummaryOptions()));
        var second = Time(() => Summarizer.Summarize(text, new SummaryOptions()));
        var more = Environment.WorkingSet - set;
        double[] figures = [first, second, split, GC.GetTotalMemory(forceFullCollection: true) - heap, more, Environment.WorkingSet];
        Console.WriteLine(string.Join(' ', figures.Select(figure => figure.ToString("R", CultureInfo.InvariantCulture))));
    }

    private static double Time(Func<object> work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double[]> MeasureOneAsync(string text)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SummaryBot.Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, Verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. line.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
    }
}
