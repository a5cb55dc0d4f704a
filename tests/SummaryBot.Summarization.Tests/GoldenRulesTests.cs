using System.Text.Json.Nodes;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests;

/// <summary>The golden rules of sentence splitting, which lie beside the repository.</summary>
public sealed class GoldenRulesTests
{
    private static readonly Lazy<JsonArray?> Cases = new(() => File.Exists(Rules) ? JsonNode.Parse(File.ReadAllText(Rules))!.AsArray() : null);

    private static string Rules => Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "eval", "golden_rules.json");

    /// <summary>Of the cases that do not hold, most ask for another text than the given one: without markup, line breaks or page numbers.</summary>
    [Theory]
    [InlineData("english", "en", 51, 105)]
    [InlineData("deutsch", "de", 4, 31)]
    [InlineData("spanish", "es", 5, 30)]
    [InlineData("italian", "it", 3, 33)]
    [InlineData("russian", "ru", 3, 38)]
    [InlineData("dutch", "nl", 2, 1)]
    [InlineData("danish", "da", 50, 93)]
    [InlineData("kazakh", "kk", 9, 2)]
    [InlineData("armenian", "hy", 3, 23)]
    [InlineData("greek", "el", 0, 0)]
    [InlineData("arabic", "ar", 2, 2)]
    [InlineData("persian", "fa", 1, 1)]
    [InlineData("urdu", "ur", 1, 1)]
    [InlineData("hindi", "hi", 1, 1)]
    [InlineData("amharic", "am", 1, 1)]
    [InlineData("burmese", "my", 1, 1)]
    [InlineData("japanese", "ja", 4, 3)]
    public void At_least_so_many_golden_rules_hold(string language, string code, int golden, int other)
    {
        Assert.SkipWhen(Cases.Value is null, "../shared is absent: there are no golden rules to check.");
        AssertThatHold(golden, language, "golden", code);
        AssertThatHold(other, language, "other", code);
    }

    private static void AssertThatHold(int least, string language, string set, string code)
    {
        var cases = Cases.Value!.Where(it => it!["lang"]!.GetValue<string>() == language && it["set"]!.GetValue<string>() == set).ToList();
        Assert.NotEmpty(cases);
        var broken = cases.Where(it => !Holds(it!, code)).Select(it => it!["name"]!.GetValue<string>()).ToList();
        Assert.True(cases.Count - broken.Count >= least, $"{cases.Count - broken.Count} hold; broken:\n{string.Join('\n', broken)}");
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
