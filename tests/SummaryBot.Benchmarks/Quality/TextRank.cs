using SummaryBot.Summarization.Text;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>Sentences that share words recommend each other: Mihalcea and Tarau, "TextRank", EMNLP 2004, section 4.</summary>
internal static class TextRank
{
    /// <returns>Places of sentences, the best first.</returns>
    public static IEnumerable<int> Rank(JudgedArticle article)
    {
        var stopWords = StopWords.Of("en");
        var sentences = article.Tokens.Select(tokens => tokens.Where(token => !stopWords.Contains(token)).ToArray()).ToArray();
        var distinct = Array.ConvertAll(sentences, tokens => tokens.ToHashSet(StringComparer.Ordinal));
        var weights = new double[sentences.Length, sentences.Length];
        for (var i = 0; i < sentences.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // one word against one word has no length to divide by
                var length = Math.Log(Math.Max(1, sentences[i].Length)) + Math.Log(Math.Max(1, sentences[j].Length));
                weights[i, j] = weights[j, i] = length > 0 ? distinct[i].Count(distinct[j].Contains) / length : 0;
            }
        }

        return RandomWalk.Rank(weights);
    }
}
