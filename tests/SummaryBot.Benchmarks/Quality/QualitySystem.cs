using SummaryBot.Summarization;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>A row of the table: something that chooses sentences of an article.</summary>
/// <param name="Choose">Returns places of sentences in the article's order; called from several threads, once for an article.</param>
internal sealed record QualitySystem(string Name, Func<JudgedArticle, int[]> Choose)
{
    /// <summary>The first sentences that fit; what the others are compared with.</summary>
    public static readonly QualitySystem Lead = new("LEAD", article => article.Fill(Enumerable.Range(0, article.Sentences.Count)));

    /// <summary>What the product does, through its public face.</summary>
    public static readonly QualitySystem Product = new(
        "Summarizer", article => [.. Summarizer.SummarizeSentences(article.Sentences, article.Options).Sentences.Select(sentence => sentence.Index)]);

    /// <param name="articles">All articles of the task, for the document frequencies of LexRank.</param>
    public static IReadOnlyList<QualitySystem> Untrained(IReadOnlyList<JudgedArticle> articles)
    {
        var lexRank = new LexRank(articles);
        return
        [
            Lead,
            new("random", Random),
            new("TextRank", article => article.Fill(TextRank.Rank(article))),
            new("LexRank", article => article.Fill(lexRank.Rank(article))),
            new("greedy oracle", Oracle.Greedy),
            new("best set", Oracle.BestSet),
        ];
    }

    private static int[] Random(JudgedArticle article)
    {
        var order = Enumerable.Range(0, article.Sentences.Count).ToArray();
        new Random(article.Id.Aggregate(17, (hash, c) => unchecked((hash * 31) + c))).Shuffle(order);
        return article.Fill(order);
    }
}
