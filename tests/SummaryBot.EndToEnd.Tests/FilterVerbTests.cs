using System.Text.Json.Nodes;

namespace SummaryBot.EndToEnd.Tests;

public sealed class FilterVerbTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rules_are_added_listed_tested_on_an_article_and_removed()
    {
        await RunAsync("article", "import", BotFolder.Seed);
        await RunAsync("digest", "add", "Quiet");
        Assert.Equal("Added to \"Quiet\": rule 1, any has word \"herzog\", group 1.\n", await RunAsync("filter", "add", "Quiet", "herzog"));
        await RunAsync("filter", "add", "Quiet", "--field", "source", "--op", "has-not", "--group", "1", "azernews");
        await RunAsync("filter", "add", "Quiet", "--op", "matches regex", "--group", "2", @"\bpresident\w*");
        Assert.Equal(
            "digest\tgroup\trule\tfield\top\tvalue\nQuiet\t1\t1\tany\thas word\therzog\nQuiet\t1\t2\tsource\thas not\tazernews\nQuiet\t2\t3\tany\tmatches regex\t\\bpresident\\w*\n",
            await RunAsync("filter", "list", "Quiet"));
        Assert.Equal(3, JsonNode.Parse(await RunAsync("filter", "list", "--json"))!.AsArray().Count);

        var id = JsonNode.Parse(await RunAsync("article", "list", "--json"))![0]!["id"]!.GetValue<string>();
        var told = (await RunAsync("filter", "test", "Quiet", id)).Split('\n');
        Assert.Equal("Group 1 does not hold:", told[1]);
        Assert.Matches("^  rule 1, any has word \"herzog\": holds, found .* in the body$", told[2]);
        Assert.Equal("  rule 2, source has not \"azernews\": does not hold, found once in the source", told[3]);
        Assert.Equal("Group 2 holds:", told[4]);
        Assert.Matches("^  rule 3, any matches regex .*: holds, found in the body: \"President\"$", told[5]);
        Assert.Equal("It passes: all rules of group 2 hold.", told[6]);

        Assert.StartsWith("Removed from \"Quiet\": rule 3,", await RunAsync("filter", "remove", "Quiet", "3"), StringComparison.Ordinal);
        var report = JsonNode.Parse(await RunAsync("filter", "test", "Quiet", BotFolder.Seed, "--json"))!;
        Assert.False(report["passes"]!.GetValue<bool>());
        Assert.Equal("It is kept out: rule 2 of group 1 does not hold.", report["reason"]!.GetValue<string>());
        Assert.False(report["groups"]![0]!["rules"]![1]!["holds"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(1, "There is no digest \"None\". See: summarybot digest list", "add", "None", "word")]
    [InlineData(2, "filters value \"(a{1,200}){1,200}\": write a smaller regular expression", "add", "Morning digest", "--op", "matches regex", "(a{1,200}){1,200}")]
    [InlineData(2, "filters field \"text\": write any, title,", "add", "Morning digest", "--field", "text", "word")]
    [InlineData(2, "filters group \"26\": write 1 to 25.", "add", "Morning digest", "--group", "26", "word")]
    [InlineData(1, "\"Morning digest\" has no rule 7. See: summarybot filter list \"Morning digest\"", "remove", "Morning digest", "7")]
    [InlineData(1, "nothing.txt is neither the id of a stored article nor a file.", "test", "Morning digest", "nothing.txt")]
    [InlineData(1, "No stored article has the address https://example.com/1.", "test", "Morning digest", "https://example.com/1")]
    public async Task What_cannot_be_done_is_said_in_one_line(int code, string note, params string[] arguments)
    {
        await RunAsync("digest", "add", "Morning digest");
        var result = await BotProcess.RunAsync(_folder, ["filter", .. arguments]);
        Assert.Equal((code, ""), (result.Code, result.Output));
        Assert.StartsWith($"summarybot: {note}", result.Notes, StringComparison.Ordinal);
        Assert.Single(result.Notes.TrimEnd('\n').Split('\n'));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var (code, output, notes) = await BotProcess.RunAsync(_folder, arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {notes}");
        return output;
    }
}
