using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>The archive by command and over HTTP, on a bot that has sent an edition of two digests.</summary>
public sealed class ArchiveTests : IDisposable
{
    private const string Name = "50% & a/b ü?";

    private readonly BotFolder _folder = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler());

    public void Dispose()
    {
        _folder.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task What_was_sent_is_listed_shown_and_exported_and_says_why_it_is_there()
    {
        await SendAsync();
        var rows = JsonNode.Parse((await RunAsync("archive", "list", "--json")).Output)!.AsArray();
        Assert.Equal([Name, "Morning digest"], rows.Select(row => row!["digest"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        var day = rows[0]!["dueLocal"]!.GetValue<string>()[..10];
        Assert.Single(JsonNode.Parse((await RunAsync("archive", "list", Name, "--date", day, "--json")).Output)!.AsArray());
        Assert.Equal("[]", (await RunAsync("archive", "list", "--to", "2020-01-01", "--json")).Output.Trim());
        Assert.Contains("Israeli President Isaac Herzog received", (await RunAsync("archive", "show", Name, day)).Output, StringComparison.Ordinal);
        Assert.Contains("\n### 1. ", (await RunAsync("archive", "show", Name, "--markdown")).Output, StringComparison.Ordinal);
        Assert.Contains("sent nothing for 2020-01-01", (await BotProcess.RunAsync(_folder, "archive", "show", Name, "2020-01-01")).Notes, StringComparison.Ordinal);
        await RunAsync("archive", "export", Name, "--format", "rss", "--out", "out.rss", "--self", "https://news.example.org/out.rss");
        var feed = Read(await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "out.rss"), TestContext.Current.CancellationToken));
        Assert.Equal((Name, FeedKind.Rss, 1), (feed.Title, feed.Kind, feed.Items.Count));
        Assert.Equal(2, (await BotProcess.RunAsync(_folder, "archive", "export", Name, "--format", "pdf")).Code);
        var why = JsonNode.Parse((await RunAsync("why", "Israeli President", "--digest", Name, "--json")).Output)!;
        Assert.Equal("sent", why["digests"]![0]!["stage"]!.GetValue<string>());
        Assert.Contains("No source has shown", (await BotProcess.RunAsync(_folder, "why", "https://nowhere.example/")).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_published_unless_it_is_asked_for()
    {
        await using var bot = BotProcess.Start(_folder, []);
        var address = await bot.ReadyAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(new Uri(address, "/digests/Morning%20digest.atom"))).StatusCode);
    }

    [Fact]
    public async Task Published_digests_are_feeds_and_pages_that_a_reader_need_not_load_twice()
    {
        await SendAsync();
        _folder.Environment["SUMMARYBOT__ARCHIVE__PUBLISH"] = "true";
        _folder.Environment["SUMMARYBOT__ARCHIVE__ADDRESS"] = "https://news.example.org";
        await RunAsync("digest", "add", "Empty", "--channel", "file:other.jsonl");
        await using var bot = BotProcess.Start(_folder, []);
        var root = new Uri(await bot.ReadyAsync(), "/digests/");
        var escaped = Uri.EscapeDataString(Name);

        using var atom = await GetAsync(new Uri(root, $"{escaped}.atom"));
        Assert.Equal("application/atom+xml; charset=utf-8", atom.Content.Headers.ContentType!.ToString());
        var body = await atom.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var feed = Read(body);
        var item = Assert.Single(feed.Items);
        Assert.Equal((Name, FeedKind.Atom), (feed.Title, feed.Kind));
        Assert.StartsWith($"https://news.example.org/digests/{escaped}/20", item.Link!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(item.Content, block => block.Text.Contains("Israeli President Isaac Herzog received", StringComparison.Ordinal));
        Assert.DoesNotContain("sent.jsonl", System.Text.Encoding.UTF8.GetString(body), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(new Uri(root, $"{escaped}.atom"), headers => headers.IfNoneMatch.Add(atom.Headers.ETag!))).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(new Uri(root, $"{escaped}.atom"), headers => headers.IfModifiedSince = atom.Content.Headers.LastModified)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(new Uri(root, $"{escaped}.atom"), headers => headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"")))).StatusCode);

        using var page = await GetAsync(new Uri(root, item.Link.AbsolutePath["/digests/".Length..]));
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Equal(["default-src 'none'"], page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("Isaac Herzog", await _http.GetStringAsync(new Uri(root, $"{escaped}.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(Read(await _http.GetByteArrayAsync(new Uri(root, "Morning%20digest.rss"), TestContext.Current.CancellationToken)).Items);
        Assert.Empty(Read(await _http.GetByteArrayAsync(new Uri(root, "Empty.rss"), TestContext.Current.CancellationToken)).Items);
        foreach (var missing in new[] { "Nobody.atom", "Morning%20digest", "Empty.md", $"{escaped}/2020-01-01T08:00.html", $"{escaped}/x.html", "Morning%20digest.pdf" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(new Uri(root, missing))).StatusCode);
        }
    }

    /// <summary>Two digests send an edition each.</summary>
    private async Task SendAsync()
    {
        await RunAsync("run", "--once");
        await RunAsync("digest", "add", Name, "--channel", "file:sent.jsonl");
        await RunAsync("digest", "send-now", Name);
    }

    private async Task<(int Code, string Output, string Notes)> RunAsync(params string[] arguments)
    {
        var result = await BotProcess.RunAsync(_folder, arguments);
        Assert.True(result.Code == 0, result.Notes);
        return result;
    }

    private async Task<HttpResponseMessage> GetAsync(Uri address, Action<HttpRequestHeaders>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        change?.Invoke(request.Headers);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Feed Read(byte[] body) => Assert.IsType<FeedResult.Read>(FeedReader.Read(body, null, null, null)).Feed;
}
