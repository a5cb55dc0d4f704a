using System.Text.Json.Nodes;

namespace SummaryBot.EndToEnd.Tests;

public sealed class FeedVerbTests : IDisposable
{
    private const string Rss = """
        <rss version="2.0"><channel><title>Harbor News</title><link>https://example.com/</link><item><title>Bridge opens &amp; ferry stops</title><link>/bridge</link><guid isPermaLink="false">b-1</guid>
        <pubDate>Mon, 02 Mar 2026 08:30:00 +0200</pubDate><author>a@example.com (Ada Stone)</author><description><![CDATA[<p>It opened.</p><p>It stays.</p>]]></description></item></channel></rss>
        """;

    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Feed_gives_a_row_for_each_file_and_a_refused_one_does_not_end_the_run()
    {
        var (good, bad, missing) = (_folder.Write("good.xml", Rss), _folder.Write("bad.xml", "<html/>"), Path.Combine(_folder.Path, "missing.xml"));
        var result = await BotProcess.RunAsync(_folder, "feed", bad, missing, good, "--jsonl");
        Assert.Equal(1, result.Code);
        var rows = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal([bad, missing, good], rows.Select(row => row["path"]!.GetValue<string>()));
        Assert.Equal([false, false, true], rows.Select(row => row["ok"]!.GetValue<bool>()));
        Assert.Equal("It is a web page, not a feed.", rows[0]["error"]!.GetValue<string>());
        Assert.Equal(["path", "ok", "error", "kind", "title", "link", "items"], rows[0].AsObject().Select(it => it.Key));
        Assert.Empty(rows[0]["items"]!.AsArray());
        Assert.Equal(
            """
            {"path":"*","ok":true,"error":null,"kind":"rss","title":"Harbor News","link":"https://example.com/","items":[{"id":"b-1","link":"https://example.com/bridge","title":"Bridge opens & ferry stops","publishedAt":"2026-03-02T08:30:00+02:00","updatedAt":null,"author":"Ada Stone","summary":"It opened.\n\nIt stays.","content":null}]}
            """,
            result.Output.Split('\n')[2].Replace(good, "*", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public async Task Feed_shows_the_items_to_a_person()
    {
        var result = await BotProcess.RunAsync(_folder, "feed", _folder.Write("good.xml", Rss));
        Assert.Equal(0, result.Code);
        Assert.Contains("Harbor News, Rss, 1 item, https://example.com/", result.Output, StringComparison.Ordinal);
        Assert.Contains("2026-03-02 08:30 +02:00\tBridge opens & ferry stops\thttps://example.com/bridge", result.Output, StringComparison.Ordinal);
    }
}
