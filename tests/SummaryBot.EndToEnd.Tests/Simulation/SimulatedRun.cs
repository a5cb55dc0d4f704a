using System.Text.Json.Nodes;
using SummaryBot.Host.Simulation;

namespace SummaryBot.EndToEnd.Tests.Simulation;

/// <summary>What came out of a simulation.</summary>
internal sealed record SimulatedRun(IReadOnlyList<JsonObject> Rows)
{
    public IReadOnlyList<JsonObject> Editions { get; } = [.. Rows.Where(row => Text(row, "kind") == "edition")];

    public IReadOnlyList<JsonObject> Verdicts { get; } = [.. Rows.Where(row => Text(row, "kind") == "verdict")];

    public string Bytes => string.Join('\n', Rows.Select(row => row.ToJsonString()));

    /// <summary>Simulates in this process.</summary>
    /// <param name="digests">A list of digests, as the configuration has it.</param>
    public static async Task<SimulatedRun> OfAsync(string from, string to, IEnumerable<JsonObject> articles, JsonArray digests, int seed = 0)
    {
        using var folder = new BotFolder();
        var read = SimulationInput.Digests(folder.Write("digests.json", digests.ToJsonString()));
        var rows = new List<JsonObject>();
        var run = new VirtualRun(
            IsoTime.TryParse(from)!.Value, IsoTime.TryParse(to)!.Value, [.. articles.Select(SimulatedArticle.Read).OrderBy(article => article.SeenAt)], read, seed);
        var end = await run.RunAsync(row => rows.Add(JsonNode.Parse(row.ToJsonString())!.AsObject()), _ => { }, TestContext.Current.CancellationToken);
        Assert.Empty(end.Unsent);
        return new SimulatedRun(rows);
    }

    public static JsonObject Digest(string name, string time, string zone = "UTC", Action<JsonObject>? change = null)
    {
        var digest = new JsonObject { ["name"] = name, ["channel"] = "123456789012345678", ["times"] = new JsonArray(time), ["zone"] = zone };
        change?.Invoke(digest);
        return digest;
    }

    /// <summary>What became of an article, edition by edition.</summary>
    public IEnumerable<string> VerdictsOn(string article) => Verdicts.Where(row => Text(row, "article") == article).Select(row => Text(row, "verdict"));

    public string ReasonOf(string article, string verdict) =>
        Text(Verdicts.First(row => Text(row, "article") == article && Text(row, "verdict") == verdict), "reason");

    public static IEnumerable<JsonObject> Stories(JsonObject edition) => edition["stories"]!.AsArray().Select(story => story!.AsObject());

    public static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => item!.GetValue<string>());

    public static string Text(JsonObject row, string key) => row[key]!.GetValue<string>();
}
