using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SmartReader;
using SummaryBot.Articles.Extraction;

namespace SummaryBot.Benchmarks.Pages;

/// <summary>How well and how fast the articles of pages are read, beside SmartReader alone.</summary>
internal static class PagesBenchmark
{
    private const int WarmUp = 40;

    private sealed record Truth(string Id, Uri Url, string Text, byte[] Body);

    private sealed record Label(string Id, string? Title, string? Date);

    /// <param name="folder">Of the article-extraction-benchmark: ground-truth.json and html/.</param>
    /// <param name="labels">JSON Lines {id, title, date}, date as yyyy-MM-dd; null for none.</param>
    public static int Run(string folder, string? labels)
    {
        var pages = Read(folder);
        pages.Take(WarmUp).ToList().ForEach(page => _ = Ours(page));
        var watch = Stopwatch.StartNew();
        var ours = Measure("SummaryBot", pages, page => Ours(page)?.Text ?? "");
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(Line($"SummaryBot: peak memory {process.PeakWorkingSet64 / 1e6:F0} MB, {pages.Count / watch.Elapsed.TotalSeconds:F0} pages/s with all scoring"));
        pages.Take(WarmUp).ToList().ForEach(page => _ = Bare(page));
        var bare = Measure("SmartReader", pages, Bare);
        Console.WriteLine(Line($"gain in F1: {100 * (ours - bare):F1} points"));
        Console.WriteLine($"teaser only: {string.Join(", ", pages.Where(page => Ours(page) is { TeaserOnly: true }).Select(page => page.Url))}");
        if (labels is not null)
        {
            CompareLabels(pages, labels);
        }

        return 0;
    }

    private static Page? Ours(Truth page) => (PageReader.Read(page.Body, charset: null, page.Url) as PageResult.Read)?.Page;

    private static string Bare(Truth page)
    {
        using var reader = new Reader(page.Url.AbsoluteUri, Encoding.UTF8.GetString(page.Body));
        return reader.GetArticle().TextContent ?? "";
    }

    private static double Measure(string name, List<Truth> pages, Func<Truth, string> read)
    {
        var times = new List<double>();
        var scores = new List<(double? Precision, double? Recall)>();
        foreach (var page in pages)
        {
            var watch = Stopwatch.StartNew();
            var text = read(page);
            times.Add(watch.Elapsed.TotalMilliseconds);
            scores.Add(Shingles.Compare(page.Text, text));
        }

        times.Sort();
        var (f1, precision, recall) = Shingles.Total(scores);
        Console.WriteLine(Line(
            $"{name,-12} F1 {f1:F4}, precision {precision:F4}, recall {recall:F4}; mean {times.Average():F1} ms, p95 {times[times.Count * 95 / 100]:F1} ms, max {times[^1]:F0} ms"));
        return f1;
    }

    private static void CompareLabels(List<Truth> pages, string file)
    {
        var labels = File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Label>(line, JsonSerializerOptions.Web)!).ToDictionary(label => label.Id, StringComparer.Ordinal);
        var found = pages.Where(page => labels.ContainsKey(page.Id)).Select(page => (Label: labels[page.Id], Page: Ours(page))).ToList();
        var titles = found.Where(it => !string.IsNullOrEmpty(it.Label.Title)).ToList();
        var dates = found.Where(it => !string.IsNullOrEmpty(it.Label.Date)).ToList();
        var rightTitles = titles.Count(it => string.Equals(Plain(it.Label.Title), Plain(it.Page?.Headline), StringComparison.Ordinal));
        var rightDates = dates.Count(it => string.Equals(it.Label.Date, it.Page?.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Console.WriteLine(Line($"title exact {rightTitles} of {titles.Count} ({100.0 * rightTitles / titles.Count:F1} %), same day {rightDates} of {dates.Count} ({100.0 * rightDates / dates.Count:F1} %)"));
    }

    /// <summary>White space and quotation marks are written in many ways.</summary>
    private static string Plain(string? text) => string.Join(' ', (text ?? "").Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"')
        .Replace("…", "...", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<Truth> Read(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        return [.. truth.RootElement.EnumerateObject().Select(page => new Truth(
            page.Name, new Uri(page.Value.GetProperty("url").GetString()!), page.Value.GetProperty("articleBody").GetString()!, Unzip(Path.Combine(folder, "html", $"{page.Name}.html.gz"))))];
    }

    private static byte[] Unzip(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var body = new MemoryStream();
        stream.CopyTo(body);
        return body.ToArray();
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
