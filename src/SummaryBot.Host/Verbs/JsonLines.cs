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
        using var writer = IsStandard(output)
            ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false))
            : new StreamWriter(output, append: false, new UTF8Encoding(false));
        writer.NewLine = "\n";
        var watch = Stopwatch.StartNew();
        var (done, bad, nextProgress) = (0, 0, ProgressEvery);
        var answers = Lines(input).Select((line, i) => (Line: line, Number: i + 1)).Where(row => !string.IsNullOrWhiteSpace(row.Line))
            .AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(cancellationToken)
            .Select(row => Answer(row.Line, row.Number, answer));
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

    private static bool IsStandard(string path) => string.Equals(path, Standard, StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string input)
    {
        using var reader = IsStandard(input) ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(input, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static (string? Json, string? Problem) Answer(string line, int number, Func<JsonObject, JsonObject> answer)
    {
        try
        {
            var row = JsonNode.Parse(line) as JsonObject ?? throw new FormatException("it is no JSON object");
            return (answer(row).ToJsonString(Common.JsonOptions), null);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return (null, $"Row {number} is skipped: {e.Message}");
        }
    }
}
