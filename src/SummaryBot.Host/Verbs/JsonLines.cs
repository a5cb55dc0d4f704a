using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.Host.Verbs;

/// <summary>Answers rows in their order, on several threads. A bad row is reported and skipped.</summary>
internal static class JsonLines
{
    private const string Standard = "-";
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);

    public static int Run(
        string input, string output, int threads, Func<JsonObject, JsonObject> answer, CancellationToken cancellationToken)
    {
        using var writer = Writer(output);
        var watch = Stopwatch.StartNew();
        var (done, bad, nextProgress) = (0, 0, ProgressEvery);
        var answers = Lines(input)
            .AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(cancellationToken)
            .Select(row => Read(row.Line, row.Number, json => answer(json).ToJsonString(Common.JsonOptions)));
        foreach (var (json, problem) in answers)
        {
            (done, bad) = problem is null ? (done + 1, bad) : (done, bad + 1);
            if (problem is not null)
            {
                Notes.Write(problem);
                continue;
            }

            writer.WriteLine(json);
            if (watch.Elapsed >= nextProgress)
            {
                Notes.Write($"{done} articles, {done / watch.Elapsed.TotalSeconds:F0} articles/s …");
                nextProgress = watch.Elapsed + ProgressEvery;
            }
        }

        Notes.Write(
            $"{done} articles in {watch.Elapsed.TotalSeconds:F1} s, {done / watch.Elapsed.TotalSeconds:F0} articles/s; {bad} bad rows.");
        return done == 0 && bad > 0 ? Exit.Failed : Exit.Done;
    }

    public static StreamWriter Writer(string output) => new(
        IsStandard(output) ? Console.OpenStandardOutput() : new FileStream(output, FileMode.Create), new UTF8Encoding(false))
    { NewLine = "\n" };

    /// <summary>The lines that are not blank, with their numbers from 1.</summary>
    public static IEnumerable<(string Line, int Number)> Lines(string input) =>
        AllLines(input).Select((line, i) => (Line: line, Number: i + 1)).Where(row => !string.IsNullOrWhiteSpace(row.Line));

    /// <summary>Answers one row, or tells what is wrong with it.</summary>
    public static (T? Answer, string? Problem) Read<T>(string line, int number, Func<JsonObject, T> read)
        where T : class
    {
        try
        {
            return (read(JsonNode.Parse(line) as JsonObject ?? throw new FormatException("it is no JSON object")), null);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return (null, $"Row {number} is skipped: {e.Message}");
        }
    }

    private static bool IsStandard(string path) => string.Equals(path, Standard, StringComparison.Ordinal);

    private static IEnumerable<string> AllLines(string input)
    {
        using var reader = IsStandard(input) ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(input, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
