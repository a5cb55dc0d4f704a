using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Articles.Extraction;

namespace SummaryBot.EndToEnd.Tests;

public sealed class ExtractTests : IDisposable
{
    private const string Article = """
        <html lang="en"><head><title>Harbor reopens after storm</title><meta property="og:site_name" content="The Example Times"><meta name="author" content="Ada Quill">
        <meta property="article:published_time" content="2026-03-30T15:57:00+04:00"></head><body><article><h1>Harbor reopens after storm</h1>
        <p>The harbor of Lantern Bay opened again on Monday after a storm had kept ships away for nine days, the port authority said.</p>
        <p>Divers had removed two wrecks from the channel, and the first ferry left at noon with 140 passengers on board.</p>
        <p>Fishermen welcomed the news, but some said that the catch of the season was lost already and asked for help.</p></article></body></html>
        """;

    /// <summary>Reading it takes much longer than any deadline here, however fast the machine is: each formatting element is opened again in each paragraph of each.</summary>
    private static readonly byte[] Slow = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(0, 9_000).Select(at => $"<div><p>The line {at} is read, <a href=x>and</a> it has words, and commas, too.</p></div>")));

    private readonly BotFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_is_written_as_JSON_with_the_names_that_programs_rely_on()
    {
        var file = await WriteAsync("page.html", Article);
        var result = await BotProcess.RunAsync(_folder, "extract", file, "--url", "https://example.com/world/harbor#top", "--json");
        Assert.Equal((0, ""), (result.Code, result.Notes));
        var json = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal(["url", "headline", "byline", "publishedAt", "source", "language", "teaserOnly", "paragraphs", "text"], json.Select(it => it.Key));
        Assert.Equal("https://example.com/world/harbor", json["url"]!.GetValue<string>());
        Assert.Equal("Harbor reopens after storm", json["headline"]!.GetValue<string>());
        Assert.Equal("2026-03-30T15:57:00+04:00", json["publishedAt"]!.GetValue<string>());
        Assert.Equal(("Ada Quill", "The Example Times", "en"), (json["byline"]!.GetValue<string>(), json["source"]!.GetValue<string>(), json["language"]!.GetValue<string>()));
        Assert.Equal(3, json["paragraphs"]!.AsArray().Count);
        Assert.Equal(string.Join("\n\n", json["paragraphs"]!.AsArray().Select(it => it!.GetValue<string>())), json["text"]!.GetValue<string>());
        Assert.False(json["teaserOnly"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_page_is_written_for_people_too()
    {
        var result = await BotProcess.RunAsync(_folder, "extract", await WriteAsync("page.html", Article));
        Assert.Equal(0, result.Code);
        Assert.StartsWith("Harbor reopens after storm\nAda Quill · The Example Times · 30 March 2026 15:57 (+04:00) · en\n\nThe harbor", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_pages_are_read_side_by_side_and_a_bad_one_has_a_row_without_text()
    {
        var pages = Directory.CreateDirectory(Path.Combine(_folder.Path, "pages")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pages, "a.html"), Article, Token);
        await using (var zip = new GZipStream(File.Create(Path.Combine(pages, "b.html.gz")), CompressionLevel.Fastest))
        {
            await zip.WriteAsync(Encoding.UTF8.GetBytes(Article), Token);
        }

        await File.WriteAllTextAsync(Path.Combine(pages, "deep.html"), string.Concat(Enumerable.Repeat("<div>", 50_000)), Token);
        await File.WriteAllLinesAsync(
            Path.Combine(pages, "rows.jsonl"),
            ["""{"id":"a","path":"a.html","url":"https://example.com/a"}""", """{"id":2,"path":"b.html.gz"}""", """{"id":"deep","path":"deep.html"}""", """{"id":"none","path":"none.html"}""", "no row", ""],
            Token);
        var result = await BotProcess.RunAsync(_folder, "extract", "--jsonl", "pages/rows.jsonl", "--out", "out.jsonl", "--jobs", "2");
        Assert.Equal(0, result.Code);
        var rows = (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "out.jsonl"), Token)).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.All(rows, row => Assert.Equal(["id", "headline", "byline", "publishedAt", "source", "language", "text"], row.Select(it => it.Key)));
        Assert.Equal(["\"a\"", "2", "\"deep\"", "\"none\"", "null"], rows.Select(row => row["id"]?.ToJsonString() ?? "null"));
        Assert.Equal([true, true, false, false, false], rows.Select(row => row["text"]!.GetValue<string>().Length > 0));
        Assert.Contains("nested 50,000 deep", result.Notes, StringComparison.Ordinal);
        Assert.Contains("pages/s; 3 failures.", result.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "page.html", "--jsonl", "rows.jsonl", "--out", "out.jsonl")]
    [InlineData("extract", "--jsonl", "rows.jsonl")]
    [InlineData("extract", "page.html", "--jobs", "0")]
    public async Task Wrong_use_is_told_before_anything_is_done(params string[] arguments) =>
        Assert.Equal(2, (await BotProcess.RunAsync(_folder, arguments)).Code);

    [Fact]
    public async Task A_page_that_hangs_is_given_up_and_the_next_one_is_read()
    {
        await using var extractor = new PageExtractor(Options() with { Deadline = TimeSpan.FromSeconds(30) }, TimeProvider.System);
        await ReadsArticleAsync(extractor);
        await using var hasty = new PageExtractor(Options() with { Deadline = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);
        var refused = Assert.IsType<PageResult.Refused>(await hasty.ExtractAsync(Slow, null, null, Token));
        Assert.Contains("longer than 0 s", refused.Reason, StringComparison.Ordinal);
        Assert.Equal((1, 0), (extractor.IdleWorkers, hasty.IdleWorkers));
        await ReadsArticleAsync(extractor);
    }

    [Fact]
    public async Task A_worker_that_takes_too_much_memory_is_ended_and_the_next_page_is_read()
    {
        await using var extractor = new PageExtractor(Options() with { Deadline = TimeSpan.FromSeconds(40), MostMemoryBytes = 120L << 20 }, TimeProvider.System);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 19_000).Select(at => $"<i id={at}>{new string('x', 200)}</i>")));
        var refused = Assert.IsType<PageResult.Refused>(await extractor.ExtractAsync(text, null, null, Token));
        Assert.Contains("too much memory", refused.Reason, StringComparison.Ordinal);
        await ReadsArticleAsync(extractor);
    }

    [Fact]
    public async Task A_worker_is_started_by_the_first_page_and_ended_when_none_came_for_a_while()
    {
        var time = new FakeTimeProvider();
        await using var extractor = new PageExtractor(Options(), time);
        Assert.Equal(0, extractor.IdleWorkers);
        await ReadsArticleAsync(extractor);
        await ReadsArticleAsync(extractor);
        Assert.Equal(1, extractor.IdleWorkers);
        time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(0, extractor.IdleWorkers);
        await ReadsArticleAsync(extractor);
    }

    [Fact]
    public async Task A_program_that_does_not_start_is_a_reason_and_not_a_failure_of_the_bot()
    {
        await using var extractor = new PageExtractor(new ExtractionOptions { Command = ["/nonexistent/summarybot"] }, TimeProvider.System);
        Assert.Contains("does not start", Assert.IsType<PageResult.Refused>(await extractor.ExtractAsync(Encoding.UTF8.GetBytes(Article), null, null, Token)).Reason, StringComparison.Ordinal);
    }

    private static ExtractionOptions Options() => new() { Command = ["dotnet", BotProcess.Program, ExtractWorker.Verb], Workers = 1 };

    private static async Task ReadsArticleAsync(PageExtractor extractor)
    {
        var result = await extractor.ExtractAsync(Encoding.UTF8.GetBytes(Article), "utf-8", new Uri("https://example.com/a"), Token);
        var page = Assert.IsType<PageResult.Read>(result).Page;
        Assert.Equal(("Harbor reopens after storm", 3), (page.Headline, page.Blocks.Count));
        Assert.Equal("2026-03-30T15:57:00+04:00", page.PublishedAt?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        await File.WriteAllTextAsync(path, text, Token);
        return path;
    }
}
