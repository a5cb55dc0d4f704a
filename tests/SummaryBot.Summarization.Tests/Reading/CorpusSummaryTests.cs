using System.Text.Json;

namespace SummaryBot.Summarization.Tests.Reading;

/// <summary>The product's own summaries of news articles, which lie beside the repository, as a reader would judge them.</summary>
public sealed class CorpusSummaryTests
{
    private const int Articles = 100;

    [Theory]
    [InlineData("cnndm_train.jsonl", 100)] // behind the articles that the rules were first tried on
    [InlineData("cnndm_train.jsonl", 200)]
    [InlineData("inshorts_train.jsonl", 100)]
    [InlineData("inshorts_train.jsonl", 200)]
    public void Nothing_in_the_summaries_of_100_articles_is_left_unsaid_or_said_twice(string file, int first)
    {
        var path = Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "eval", file);
        Assert.SkipUnless(File.Exists(path), "../shared is absent: there are no articles to read.");
        var (bad, count) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        foreach (var row in Rows(path, first))
        {
            string[] sentences = [.. row.GetProperty("sents").EnumerateArray().Select(sentence => sentence.GetString()!)];
            foreach (var options in Options(row.TryGetProperty("title", out var title) ? title.GetString() : null))
            {
                var summary = Summarizer.SummarizeSentences(sentences, options);
                int[] chosen = [.. summary.Sentences.Select(sentence => sentence.Index)];
                bad.UnionWith(SummaryChecker.Check(sentences, chosen).Where(finding => !(summary.IsLead && finding.Fault == Fault.Repetition)).Select(
                    finding => $"{finding.Fault} {row.GetProperty("id").GetString()} {string.Join(',', chosen)}: [{finding.Sentence}] {sentences[finding.Sentence]}"));
                count++;
            }
        }

        Assert.True(bad.Count == 0, $"{bad.Count} faults in {count} summaries:\n{string.Join('\n', bad)}");
    }

    private static SummaryOptions[] Options(string? title) =>
    [
        string.IsNullOrEmpty(title) ? new SummaryOptions { Sentences = 3 } : new SummaryOptions { Words = 60, Title = title },
        new SummaryOptions { Length = SummaryLength.Short, Title = title },
        new SummaryOptions { Length = SummaryLength.Medium, Title = title },
        new SummaryOptions { Length = SummaryLength.Long, Title = title },
    ];

    private static IEnumerable<JsonElement> Rows(string path, int first) => File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)
        .OrderBy(row => row.GetProperty("id").GetString(), StringComparer.Ordinal).Skip(first).Take(Articles);

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
