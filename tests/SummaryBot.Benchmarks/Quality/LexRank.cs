namespace SummaryBot.Benchmarks.Quality;

/// <summary>Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", JAIR 2004: the continuous form.</summary>
internal sealed class LexRank
{
    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly int _count;

    /// <param name="articles">What inverse document frequencies are taken from.</param>
    public LexRank(IReadOnlyList<JudgedArticle> articles)
    {
        _count = articles.Count;
        foreach (var token in articles.SelectMany(article => article.Tokens.SelectMany(tokens => tokens).Distinct(StringComparer.Ordinal)))
        {
            _documents[token] = _documents.GetValueOrDefault(token) + 1;
        }
    }

    /// <returns>Places of sentences, the best first.</returns>
    public IEnumerable<int> Rank(JudgedArticle article)
    {
        var vectors = Array.ConvertAll(article.Tokens, Vector);
        var weights = new double[vectors.Length, vectors.Length];
        for (var i = 0; i < vectors.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                weights[i, j] = weights[j, i] = vectors[i].Sum(entry => entry.Value * vectors[j].GetValueOrDefault(entry.Key));
            }
        }

        return RandomWalk.Rank(weights);
    }

    /// <summary>tf-idf of length 1.</summary>
    private Dictionary<string, double> Vector(string[] tokens)
    {
        var vector = tokens.CountBy(token => token, StringComparer.Ordinal).ToDictionary(
            entry => entry.Key, entry => entry.Value * Math.Log((double)_count / _documents[entry.Key]), StringComparer.Ordinal);
        var norm = Math.Sqrt(vector.Values.Sum(x => x * x));
        return norm > 0 ? vector.ToDictionary(entry => entry.Key, entry => entry.Value / norm, StringComparer.Ordinal) : [];
    }
}
