using System.Text.Json;
using SummaryBot.Benchmarks.Visits;

namespace SummaryBot.EndToEnd.Tests;

public sealed class SourceTests
{
    [Fact]
    public async Task A_round_that_is_killed_in_the_middle_loses_nothing_and_brings_nothing_twice()
    {
        await using var web = await FeedWeb.StartAsync(feeds: 60, items: 5, slowness: TimeSpan.FromSeconds(1));
        using var folder = Folder(web);
        folder.Write("feeds.opml", web.Opml());
        Assert.Equal(0, (await BotProcess.RunAsync(folder, "source", "import", "feeds.opml")).Code);
        await using (var killed = BotProcess.Start(folder, ["source", "visit", "--all"]))
        {
            await Eventually.HoldsAsync(() => web.Requests >= 20 || killed.HasExited, () => $"It visits nothing: {killed.Notes}");
            Assert.False(killed.HasExited, killed.Notes);
        } // which kills it

        var asked = web.Requests;
        Assert.InRange(asked, 20, 59);
        var (code, _, notes) = await BotProcess.RunAsync(folder, "source", "visit", "--all");
        Assert.True(code == 0, notes);
        using var articles = JsonDocument.Parse((await BotProcess.RunAsync(folder, "article", "list", "--limit", "10000", "--json")).Output);
        var headlines = articles.RootElement.EnumerateArray().Select(article => article.GetProperty("headline").GetString()).Where(it => it?.StartsWith("Story", StringComparison.Ordinal) ?? false).ToList();
        Assert.Equal(web.ReadableItems, headlines.Count);
        Assert.Equal(web.ReadableItems, headlines.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_stopped_round_gives_its_sources_back()
    {
        await using var web = await FeedWeb.StartAsync(feeds: 20, items: 2, slowness: TimeSpan.FromMinutes(1));
        using var folder = Folder(web);
        folder.Write("feeds.opml", web.Opml());
        await BotProcess.RunAsync(folder, "source", "import", "feeds.opml");
        await using var visit = BotProcess.Start(folder, ["source", "visit", "--all"]);
        await Eventually.HoldsAsync(() => web.Requests == 20, () => $"It does not visit all: {visit.Notes}");
        visit.Terminate();
        await visit.WaitAsync();
        Assert.Equal(1, visit.ExitCode);
        using var sources = JsonDocument.Parse((await BotProcess.RunAsync(folder, "source", "list", "--json")).Output);
        Assert.Equal(20, sources.RootElement.GetArrayLength());
        await using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.Database};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var leased = database.CreateCommand();
        leased.CommandText = "SELECT count(*) FROM sources WHERE leased_until > 0";
        Assert.Equal(0L, await leased.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_offers_its_feeds_and_what_is_added_is_tested_listed_exported_and_imported_again()
    {
        await using var web = await FeedWeb.StartAsync(feeds: 8, items: 3, slowness: TimeSpan.Zero);
        using var folder = Folder(web);
        var (code, offered, notes) = await BotProcess.RunAsync(folder, "source", "add", $"{web.Home}");
        Assert.Equal(2, code);
        Assert.Contains("--feed 1", notes, StringComparison.Ordinal);
        Assert.Contains("Feed 4", offered, StringComparison.Ordinal);
        Assert.Equal(0, (await BotProcess.RunAsync(folder, "source", "add", $"{web.Home}", "--feed", "2", "--group", "Towns")).Code);
        Assert.Equal(0, (await BotProcess.RunAsync(folder, "source", "add", $"{web.Addresses[6]}", "--name", "Six", "--backfill", "latest")).Code);
        var again = await BotProcess.RunAsync(folder, "source", "add", $"{web.Addresses[6]}");
        Assert.Equal(1, again.Code);
        Assert.Contains("read already, as “Six”", again.Notes, StringComparison.Ordinal);
        using var tested = JsonDocument.Parse((await BotProcess.RunAsync(folder, "source", "test", $"{web.Addresses[6]}", "--json")).Output);
        Assert.Equal(3, tested.RootElement.GetProperty("items").GetInt32());
        Assert.Equal("feed", tested.RootElement.GetProperty("fullText").GetProperty("from").GetString());
        Assert.NotEqual(0, tested.RootElement.GetProperty("summary").GetArrayLength());
        var visited = await BotProcess.RunAsync(folder, "source", "visit", "--all", "--json");
        Assert.Equal(2, visited.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains("\"newItems\":3", StringComparison.Ordinal)));

        var exported = (await BotProcess.RunAsync(folder, "source", "export")).Output;
        using var other = Folder(web);
        other.Write("all.opml", exported);
        Assert.Equal(0, (await BotProcess.RunAsync(other, "source", "import", "all.opml")).Code);
        Assert.Equal(exported, (await BotProcess.RunAsync(other, "source", "export")).Output);
        using var list = JsonDocument.Parse((await BotProcess.RunAsync(other, "source", "list", "--json")).Output);
        Assert.Equal([("Feed 5", "Towns"), ("Six", null)], list.RootElement.EnumerateArray().Select(it => (it.GetProperty("name").GetString(), it.GetProperty("group").GetString())).Order());
    }

    private static BotFolder Folder(FeedWeb web)
    {
        var folder = new BotFolder();
        folder.Environment["SUMMARYBOT__FETCHING__ALLOWEDHOSTS"] = web.AllowedHosts;
        return folder;
    }
}
