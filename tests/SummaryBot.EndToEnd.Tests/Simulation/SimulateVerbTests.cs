using System.Text;
using System.Text.Json.Nodes;

namespace SummaryBot.EndToEnd.Tests.Simulation;

public sealed class SimulateVerbTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_rows_are_as_the_contract_says()
    {
        _folder.Write("in.jsonl", Lines(SimulatedNews.Post("2026-03-01T05:00:00Z"), SimulatedNews.Bridge("2026-03-01T06:00:00Z")));
        _folder.Write("digests.json", Digests());
        var result = await RunAsync();
        Assert.True(result.Code == 0, result.Notes);
        var rows = (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "out.jsonl"), TestContext.Current.CancellationToken))
            .Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(["edition", "verdict", "verdict"], rows.Select(row => SimulatedRun.Text(row, "kind")));
        Assert.Equal(["kind", "digest", "due", "zone", "sentAt", "lateMinutes", "stories"], rows[0].Select(pair => pair.Key));
        Assert.Equal(["story", "headline", "articles", "update", "why", "sentences"], rows[0]["stories"]![0]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(["article", "start", "end", "text"], rows[0]["stories"]![0]!["sentences"]![0]!.AsObject().Select(pair => pair.Key));
        Assert.All(rows.Skip(1), row => Assert.Equal(["kind", "digest", "due", "article", "verdict", "reason"], row.Select(pair => pair.Key)));
        Assert.Contains("1 editions of 2 articles", result.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_itself_is_a_file_of_digests_and_both_files_may_begin_with_a_byte_order_mark()
    {
        var text = Lines(SimulatedNews.Post("2026-03-01T05:00:00Z"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "in.jsonl"), text, new UTF8Encoding(true), TestContext.Current.CancellationToken);
        var configuration = await File.ReadAllTextAsync(Path.Combine(BotFolder.RepositoryRoot, "config", "summarybot.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "digests.json"), configuration, new UTF8Encoding(true), TestContext.Current.CancellationToken);
        var result = await RunAsync("--out", "-");
        Assert.True(result.Code == 0, result.Notes);
        Assert.Equal("Morning digest", SimulatedRun.Text(JsonNode.Parse(result.Output.Split('\n')[0])!.AsObject(), "digest"));
    }

    [Fact]
    public async Task Bad_rows_are_named_with_their_line_and_reason_the_others_count_and_the_end_says_so()
    {
        var good = SimulatedNews.Post("2026-03-01T05:00:00Z").ToJsonString();
        string[] lines =
        [
            good,
            "",
            "{no json",
            "[1]",
            Without("id"),
            Without("text"),
            Without("publishedAt"),
            With("id", "true"),
            With("text", "\"  \""),
            With("text", "12"),
            With("publishedAt", "\"yesterday\""),
            With("seenAt", "\"2026-02-30\""),
            With("url", "\"ftp://example.com/\""),
            With("language", "\"English\""),
            With("categories", "\"sport\""),
            good,
            $$"""{"id": "long", "publishedAt": "2026-03-01", "text": "{{new string('a', 6_000_000)}}"}""",
            "{\"id\": \"half\", \"publishedAt\": \"2026-03-01\", \"text\": \"\\ud800\"}",
        ];
        _folder.Write("in.jsonl", string.Join('\n', lines));
        _folder.Write("digests.json", Digests());
        var result = await RunAsync();
        Assert.Equal(1, result.Code);
        var told = result.Notes.Split('\n').Where(line => line.Contains(" is skipped: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(3, 16).Select(number => $"summarybot: Row {number} is skipped: "), told.Select(line => line[..(line.IndexOf("skipped: ", StringComparison.Ordinal) + 9)]));
        string[] reasons = ["it is no JSON object", "no \"id\"", "no \"text\"", "no \"publishedAt\"", "yesterday", "2026-02-30", "ftp:", "English", "categories", "that of row 1", "6000000"];
        Assert.All(reasons, reason => Assert.Contains(told, line => line.Contains(reason, StringComparison.Ordinal)));
        Assert.Contains("1 editions of 1 articles", result.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from 2026-03-02 --to 2026-03-01", "--to must be later")]
    [InlineData("--from 2026-03-01 --to 2026-03-01", "--to must be later")]
    [InlineData("--from 1/3/2026 --to 2026-03-02", "write a day or a time")]
    [InlineData("--from 2026-03-01 --to 2026-02-30", "write a day or a time")]
    [InlineData("--from 2026-03-01", "--to")]
    [InlineData("--from 2026-03-01 --to 2026-03-02 --digests empty.json", "no digests")]
    [InlineData("--from 2026-03-01 --to 2026-03-02 --digests none.json", "no digests")]
    [InlineData("--from 2026-03-01 --to 2026-03-02 --digests broken.json", "broken.json")]
    [InlineData("--from 2026-03-01 --to 2026-03-02 --digests unknown.json", "digest 1: tmies:")]
    [InlineData("--from 2026-03-01 --to 2026-03-02 --digests twice.json", "2 digests are named \"Morning\"")]
    public async Task Wrong_use_ends_with_2_and_says_what_is_right(string arguments, string said)
    {
        _folder.Write("in.jsonl", Lines(SimulatedNews.Post("2026-03-01T05:00:00Z")));
        _folder.Write("digests.json", Digests());
        _folder.Write("empty.json", "[]");
        _folder.Write("none.json", "{}");
        _folder.Write("broken.json", "[{\"name\": ");
        _folder.Write("unknown.json", """[{"name": "Morning", "channel": "console", "tmies": ["08:00"]}]""");
        _folder.Write("twice.json", """[{"name": "Morning", "channel": "console", "times": ["08:00"]}, {"name": "Morning", "channel": "console", "times": ["09:00"]}]""");
        string[] words = ["simulate", "--articles", "in.jsonl", "--out", "out.jsonl", .. arguments.Split(' ')];
        var result = await BotProcess.RunAsync(_folder, arguments.Contains("--digests", StringComparison.Ordinal) ? words : [.. words, "--digests", "digests.json"]);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(said, result.Notes, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "out.jsonl")));
    }

    [Fact]
    public async Task No_articles_make_no_rows_and_a_file_that_is_not_there_is_said()
    {
        _folder.Write("in.jsonl", "");
        _folder.Write("digests.json", Digests());
        var result = await RunAsync();
        Assert.True(result.Code == 0, result.Notes);
        Assert.Equal(0, new FileInfo(Path.Combine(_folder.Path, "out.jsonl")).Length);
        var missing = await RunAsync("--articles", "missing.jsonl");
        Assert.Equal(1, missing.Code);
        Assert.Contains("missing.jsonl", missing.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_when_told_to_stop_and_leaves_nothing_behind()
    {
        var news = new RandomNews(new Random(1));
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        _folder.Write("in.jsonl", Lines([.. Enumerable.Range(0, 100).SelectMany(day => news.Day(start.AddDays(day), 40))]));
        _folder.Write("digests.json", Digests());
        var temporary = Directory.CreateDirectory(Path.Combine(_folder.Path, "tmp")).FullName;
        await using var bot = BotProcess.Start(
            _folder,
            ["simulate", "--from", "2026-01-01", "--to", "2027-01-01", "--articles", "in.jsonl", "--digests", "digests.json", "--out", "out.jsonl"],
            new Dictionary<string, string> { ["TMPDIR"] = temporary });
        await Eventually.HoldsAsync(() => Size("out.jsonl") > 0 || bot.HasExited, () => bot.Notes);
        bot.Terminate();
        await bot.WaitAsync();
        Assert.Equal(1, bot.ExitCode);
        Assert.Contains("Stopped before it was done.", bot.Notes, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(temporary, "summarybot-simulate-*"));
    }

    private static string Digests() => new JsonArray(SimulatedRun.Digest("Morning", "08:00")).ToJsonString();

    private static string Lines(params JsonObject[] rows) => string.Concat(rows.Select(row => $"{row.ToJsonString()}\n"));

    private static string Without(string key)
    {
        var row = Other();
        row.Remove(key);
        return row.ToJsonString();
    }

    private static string With(string key, string value)
    {
        var row = Other();
        row[key] = JsonNode.Parse(value);
        return row.ToJsonString();
    }

    private static JsonObject Other() => SimulatedNews.School("2026-03-01T05:00:00Z");

    private long Size(string name) => new FileInfo(Path.Combine(_folder.Path, name)) is { Exists: true } file ? file.Length : 0;

    private Task<(int Code, string Output, string Notes)> RunAsync(params string[] more)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["--from"] = "2026-03-01",
            ["--to"] = "2026-03-02",
            ["--articles"] = "in.jsonl",
            ["--digests"] = "digests.json",
            ["--out"] = "out.jsonl",
        };
        for (var i = 0; i < more.Length; i += 2)
        {
            options[more[i]] = more[i + 1];
        }

        return BotProcess.RunAsync(_folder, ["simulate", .. options.SelectMany(option => new[] { option.Key, option.Value })]);
    }
}
