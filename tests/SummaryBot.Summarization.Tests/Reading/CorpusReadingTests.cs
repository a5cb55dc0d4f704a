using System.Text.Json;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests.Reading;

/// <summary>The rules against the checker on news articles, which lie beside the repository.</summary>
public sealed class CorpusReadingTests
{
    private static readonly Fault[] Judged = [Fault.UnresolvedOpening, Fault.QuoteWithoutSpeaker, Fault.Furniture];

    [Theory]
    [InlineData("cnndm_train.jsonl")]
    [InlineData("inshorts_train.jsonl")]
    public void Every_sentence_of_100_articles_reads_well_with_what_it_needs(string file)
    {
        var (bad, wholes) = (new List<string>(), 0);
        foreach (var sentences in Articles(file))
        {
            var rules = RulesOf(sentences);
            foreach (var whole in Enumerable.Range(0, sentences.Length).Select(i => Whole(rules, i)).OfType<int[]>())
            {
                wholes++;
                Assert.True(rules.IsWhole(whole));
                bad.AddRange(SummaryChecker.Check(sentences, whole).Where(finding => Judged.Contains(finding.Fault)).Select(
                    finding => $"{finding.Fault} {string.Join(',', whole)}: {sentences[finding.Sentence]}"));
            }
        }

        Assert.True(bad.Count == 0, $"{bad.Count} of {wholes}:\n{string.Join('\n', bad.Distinct().Take(80))}");
    }

    [Theory]
    [InlineData("cnndm_train.jsonl")]
    [InlineData("inshorts_train.jsonl")]
    public void Enough_sentences_are_left_to_choose_from(string file)
    {
        var needs = Articles(file).Select(sentences => RulesOf(sentences))
            .SelectMany(rules => Enumerable.Range(0, rules.Count).Select(rules.Needs)).ToList();
        Assert.InRange(needs.Count(need => need == ReadingRules.Nothing), 0.5 * needs.Count, 0.8 * needs.Count);
        Assert.InRange(needs.Count(need => need == ReadingRules.Never), 0, 0.2 * needs.Count);
    }

    internal static ReadingRules RulesOf(IReadOnlyList<string> sentences, string? language = "en")
    {
        var spans = new List<TextSpan>();
        foreach (var sentence in sentences)
        {
            var start = spans.Count == 0 ? 0 : spans[^1].End + 1;
            spans.Add(new TextSpan(start, start + sentence.Length));
        }

        return ReadingRules.Of(string.Join('\n', sentences), spans, language);
    }

    /// <summary>A sentence with all that it needs; null where it never stands.</summary>
    internal static int[]? Whole(ReadingRules rules, int sentence)
    {
        var set = new SortedSet<int>();
        for (var at = sentence; at != ReadingRules.Nothing && set.Add(at); at = rules.Needs(at))
        {
            if (rules.Needs(at) == ReadingRules.Never)
            {
                return null;
            }
        }

        return [.. set];
    }

    private static IEnumerable<string[]> Articles(string file)
    {
        var path = Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "eval", file);
        Assert.SkipUnless(File.Exists(path), "../shared is absent: there are no articles to read.");
        return File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)
            .OrderBy(row => row.GetProperty("id").GetString(), StringComparer.Ordinal).Take(100)
            .Select(row => row.GetProperty("sents").EnumerateArray().Select(sentence => sentence.GetString()!).ToArray());
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
