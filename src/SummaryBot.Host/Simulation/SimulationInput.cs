using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.Digests;
using SummaryBot.Host.Configuration;
using SummaryBot.Host.Verbs;

namespace SummaryBot.Host.Simulation;

/// <summary>What a simulation is given.</summary>
internal static class SimulationInput
{
    /// <summary>Reads the articles, in the order in which they are seen. A bad row is told and left out.</summary>
    public static (IReadOnlyList<SimulatedArticle> Articles, int Bad) Articles(string path, CancellationToken cancellationToken)
    {
        var articles = new List<SimulatedArticle>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var bad = 0;
        foreach (var (line, number) in JsonLines.Lines(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (JsonLines.Read(line, number, row => Once(SimulatedArticle.Read(row), number, lines)) is (var article, var problem) && article is null)
            {
                bad++;
                Notes.Write(problem!);
            }
            else
            {
                articles.Add(article);
            }
        }

        return ([.. articles.OrderBy(article => article.SeenAt)], bad);
    }

    /// <summary>Reads digests as the configuration has them: a list, or an object with "digests".</summary>
    /// <exception cref="VerbException">One of them is faulty, or there are none.</exception>
    public static IReadOnlyList<Digest> Digests(string path)
    {
        var read = ConfiguredDigests.In(Configuration(path)).ToList();
        var faults = read.Index().SelectMany(it => it.Item is DigestReadResult.Faulty faulty ? faulty.Faults.Select(fault => $"digest {it.Index + 1}: {fault}") : []);
        var digests = read.OfType<DigestReadResult.Read>().Select(it => it.Digest).ToList();
        var twice = digests.GroupBy(digest => digest.Name, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"{same.Count()} digests are named \"{same.Key}\"; give each a name of its own.");
        string[] problems = [.. faults, .. twice, .. read.Count == 0 ? ["it has no digests; write a list of them, as in the configuration."] : Array.Empty<string>()];
        return problems.Length == 0 ? digests
            : throw new VerbException(string.Join($"{Environment.NewLine}summarybot: ", problems.Select(problem => $"{path}: {problem}"))) { ExitCode = Exit.WrongUse };
    }

    private static SimulatedArticle Once(SimulatedArticle article, int number, Dictionary<string, int> lines) =>
        lines.TryAdd(article.Key, number) ? article : throw new FormatException($"its \"id\" {article.Key} is that of row {lines[article.Key]}");

    private static IConfigurationRoot Configuration(string path)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            var root = JsonNode.Parse(File.ReadAllText(path), documentOptions: options) switch
            {
                JsonArray list => new JsonObject { ["digests"] = list },
                JsonObject whole => whole,
                _ => throw new JsonException("It is no list of digests."),
            };
            using var json = new MemoryStream(Encoding.UTF8.GetBytes(new JsonObject { ["digests"] = root["digests"]?.DeepClone() }.ToJsonString()));
            return new ConfigurationBuilder().AddJsonStream(json).Build();
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidDataException or ArgumentException)
        {
            throw new VerbException($"{path}: {e.Message.ReplaceLineEndings(" ")} Correct the file.", e) { ExitCode = Exit.WrongUse };
        }
    }
}
