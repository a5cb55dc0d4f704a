using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.Articles.Extraction;

namespace SummaryBot.Host.Verbs;

/// <summary>Reads pages named by rows {id, path, url}, several side by side, and writes a row for each in their order. A page that is not read has a row without text.</summary>
internal static class PageRows
{
    private const string Standard = "-";
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(PageExtractor extractor, string input, string output, int jobs, CancellationToken cancellationToken)
    {
        var folder = IsStandard(input) ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(input))!;
        await using var writer = IsStandard(output)
            ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false))
            : new StreamWriter(output, append: false, new UTF8Encoding(false));
        writer.NewLine = "\n";
        var watch = Stopwatch.StartNew();
        var problems = 0;
        var done = 0;
        var nextProgress = ProgressEvery;
        await foreach (var (row, problem) in AnswersAsync(extractor, input, folder, jobs, cancellationToken))
        {
            await writer.WriteLineAsync(row.ToJsonString(Common.JsonOptions));
            done++;
            if (problem is not null)
            {
                problems++;
                Notes.Write(problem);
            }

            if (watch.Elapsed >= nextProgress)
            {
                Notes.Write($"{done} pages, {done / watch.Elapsed.TotalSeconds:F0} pages/s …");
                nextProgress = watch.Elapsed + ProgressEvery;
            }
        }

        Notes.Write($"{done} pages in {watch.Elapsed.TotalSeconds:F1} s, {done / watch.Elapsed.TotalSeconds:F0} pages/s; {problems} failures.");
        return problems > 0 && problems >= done ? Exit.Failed : Exit.Done;
    }

    private static async IAsyncEnumerable<(JsonObject Row, string? Problem)> AnswersAsync(
        PageExtractor extractor, string input, string folder, int jobs, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<Task<(JsonObject Row, string? Problem)>>();
        var number = 0;
        using var reader = IsStandard(input) ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(input, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                running.Enqueue(AnswerAsync(extractor, line, number, folder, cancellationToken));
            }

            if (running.Count > 2 * jobs)
            {
                yield return await running.Dequeue();
            }
        }

        while (running.TryDequeue(out var next))
        {
            yield return await next;
        }
    }

    private static async Task<(JsonObject Row, string? Problem)> AnswerAsync(
        PageExtractor extractor, string line, int number, string folder, CancellationToken cancellationToken)
    {
        JsonNode? id = null;
        try
        {
            var row = JsonNode.Parse(line) as JsonObject ?? throw new FormatException("it is no JSON object");
            id = row["id"]?.DeepClone();
            var path = row["path"]?.GetValue<string>() ?? throw new FormatException("it has no \"path\"");
            var body = await PageSource.ReadFileAsync(Path.Combine(folder, path), cancellationToken);
            return await extractor.ExtractAsync(body, charset: null, PageSource.Address(row["url"]?.GetValue<string>()), cancellationToken) switch
            {
                PageResult.Read read => (Row(id, read.Page), null),
                PageResult.Refused refused => (Row(id, page: null), $"Row {number} ({path}): {refused.Reason}"),
                _ => throw new InvalidOperationException(),
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or IOException or InvalidDataException
            or UnauthorizedAccessException or NotSupportedException or VerbException)
        {
            return (Row(id, page: null), $"Row {number}: {e.Message}");
        }
    }

    private static JsonObject Row(JsonNode? id, Page? page) => new()
    {
        ["id"] = id,
        ["headline"] = page?.Headline,
        ["byline"] = page?.Byline,
        ["publishedAt"] = page?.PublishedAt is { } date ? JsonValue.Create(date) : null,
        ["source"] = page?.Source,
        ["language"] = page?.Language,
        ["text"] = page?.Text ?? "",
    };

    private static bool IsStandard(string path) => string.Equals(path, Standard, StringComparison.Ordinal);
}
