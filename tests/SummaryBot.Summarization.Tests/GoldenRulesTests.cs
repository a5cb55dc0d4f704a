using System.Text.Json.Nodes;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests;

/// <summary>The golden rules of sentence splitting, which lie beside the repository.</summary>
public sealed class GoldenRulesTests
{
    [Theory]
    [InlineData("english", "en", 50)]
    [InlineData("russian", "ru", 3)]
    [InlineData("italian", "it", 3)]
    public void At_least_so_many_golden_rules_hold(string language, string code, int least)
    {
        var file = Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "eval", "golden_rules.json");
        Assert.SkipUnless(File.Exists(file), "../shared is absent: there are no golden rules to check.");
        var cases = JsonNode.Parse(File.ReadAllText(file))!.AsArray()
            .Where(it => it!["lang"]!.GetValue<string>() == language && it["set"]!.GetValue<string>() == "golden").ToList();
        var broken = cases.Where(it => !Holds(it!, code)).Select(it => it!["name"]!.GetValue<string>()).ToList();
        Assert.True(cases.Count - broken.Count >= least, string.Join('\n', broken));
    }

    /// <summary>Offsets leave the white space inside a sentence as it is.</summary>
    private static bool Holds(JsonNode it, string code)
    {
        var text = it["text"]!.GetValue<string>();
        var expected = it["expected"]!.AsArray().Select(sentence => OneLine(sentence!.GetValue<string>()));
        return SentenceSplitter.Split(text, code).Select(span => OneLine(text[span.Start..span.End])).SequenceEqual(expected);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
