using System.Diagnostics;
using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Selection;
using SummaryBot.Summarization.Text;
using SummaryBot.Summarization.Training;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>The stages of the trained summarizer, each a system of its own.</summary>
internal sealed class TrainedSystems(Vocabulary vocabulary, SummaryModel model)
{
    /// <summary>Trains on articles, which takes some minutes.</summary>
    public static QualitySystem[] Of(CorpusArticle[] articles)
    {
        var clock = Stopwatch.StartNew();
        var (vocabulary, model, _) = ModelTraining.English(
            articles, stage => Console.Error.WriteLine(FormattableString.Invariant($"... training: {stage}, {clock.Elapsed.TotalSeconds:F0} s")), (_, _, _) => { });
        var systems = new TrainedSystems(vocabulary, model);
        return
        [
            new("expected terms", article => article.Fill(Order.Descending(systems.Rank(article, ReadingRule.None).Features["terms F1"]))),
            new("expected bigrams", article => article.Fill(Order.Descending(systems.Rank(article, ReadingRule.None).Features["bigrams F1"]))),
            new("sentence models", article => article.Fill(Order.Descending(systems.Rank(article, ReadingRule.None).Scores))),
            new("set model", article => systems.Sets(article, ReadingRule.None)),
            new("no repetition", article => systems.Sets(article, ReadingRule.Repetition)),
            new("no furniture", article => systems.Sets(article, ReadingRule.Furniture)),
            new("speakers named", article => systems.Sets(article, ReadingRule.Quotations)),
            new("openings resolved", article => systems.Sets(article, ReadingRule.Openings)),
            new("Summarizer, all rules", article => systems.Sets(article, ReadingRule.All)),
        ];
    }

    private int[] Sets(JudgedArticle article, ReadingRule rules)
    {
        var search = new SetSearch(Rank(article, rules), model);
        return article.Options is { Words: { } words } ? search.Words(words) : search.Count(article.Options.Sentences!.Value);
    }

    private RankedText Rank(JudgedArticle article, ReadingRule rules)
    {
        var text = string.Join('\n', article.Sentences);
        var spans = new List<TextSpan>(article.Sentences.Count);
        foreach (var sentence in article.Sentences)
        {
            var start = spans.Count == 0 ? 0 : spans[^1].End + 1;
            spans.Add(new TextSpan(start, start + sentence.Length));
        }

        var analyzed = AnalyzedText.Of(text, spans, article.Title, "en", hasLists: true);
        return model.Rank(vocabulary.Measure(analyzed), ReadingRules.Of(text, spans, "en", rules));
    }
}
