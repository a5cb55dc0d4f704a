using SummaryBot.Summarization;
using SummaryBot.Summarization.Training;
using SummaryBot.Summarization.Training.Rouge;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>An article of a task with what systems and judges need to know of it.</summary>
internal sealed class JudgedArticle(SummaryTask task, CorpusArticle article)
{
    public SummaryTask Task => task;

    public string Id => article.Id;

    public string? Title => article.Title;

    public IReadOnlyList<string> Sentences => article.Sents;

    /// <summary>Stems of each sentence, stop words kept.</summary>
    public string[][] Tokens { get; } = [.. article.Sents.Select(sentence => RougeTokens.Of(sentence).ToArray())];

    /// <summary>Words between white space in each sentence.</summary>
    public int[] Words { get; } = [.. article.Sents.Select(sentence => Summarization.Text.Words.Count(sentence))];

    public RougeScorer Rouge { get; } = new(article.Reference, article.Sents);

    /// <summary>Takes sentences in an order of preference, skipping those that no longer fit; where none fits, the first one.</summary>
    /// <returns>Places in the article's order.</returns>
    public int[] Fill(IEnumerable<int> preferred)
    {
        int[] order = [.. preferred];
        var chosen = new List<int>();
        var words = 0;
        foreach (var place in order.Where(place => task.Fits(chosen.Count + 1, words + Words[place])))
        {
            chosen.Add(place);
            words += Words[place];
        }

        return chosen.Count > 0 ? [.. chosen.Order()] : [order[0]];
    }

    public SummaryOptions Options => task.Options(article);
}
