using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Training.Stages;

namespace SummaryBot.Summarization.Training;

/// <summary>Trains everything that is trained.</summary>
internal static class ModelTraining
{
    /// <summary>Trains the vocabulary and the weights for English, and shows how good they are in cross-validation.</summary>
    /// <param name="articles">With and without titles.</param>
    /// <param name="tell">Is told how far it is.</param>
    /// <param name="judge">Is shown the texts and the sets of each kind.</param>
    public static (Vocabulary Vocabulary, SummaryModel Model, TrainingText[] Texts) English(
        CorpusArticle[] articles, Action<string> tell, Action<bool, Asked, IReadOnlyList<SetProblem>> judge)
    {
        var texts = TextsOf(articles, hasLists: true);
        var knowledge = Knowledge.OfNews(texts);
        tell($"{articles.Length} articles, {knowledge.Vocabulary.Terms.Length} terms");
        return (knowledge.Vocabulary, new Trainer(texts, knowledge).Train(tell, judge), texts);
    }

    /// <summary>Trains weights that count on no vocabulary and no lists of English words.</summary>
    public static (SummaryModel Model, TrainingText[] Texts) Other(
        CorpusArticle[] articles, Action<string> tell, Action<bool, Asked, IReadOnlyList<SetProblem>> judge)
    {
        var texts = TextsOf(articles, hasLists: false);
        return (new Trainer(texts, Knowledge.None(texts)).Train(tell, judge), texts);
    }

    private static TrainingText[] TextsOf(CorpusArticle[] articles, bool hasLists) =>
        [.. articles.AsParallel().AsOrdered().Select(article => new TrainingText(article, hasLists))];
}
