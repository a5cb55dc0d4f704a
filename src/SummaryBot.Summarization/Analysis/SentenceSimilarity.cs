namespace SummaryBot.Summarization.Analysis;

/// <summary>Cosine similarity of sentences as vectors of content terms, weighed (1 + ln tf) idf.</summary>
internal sealed class SentenceSimilarity
{
    private const double Damping = 0.85;
    private const double LeastEdge = 0.05;
    private const int Iterations = 30;

    public SentenceSimilarity(AnalyzedText text, double[] idf)
    {
        var count = text.Sentences.Count;
        Matrix = new double[count, count];
        ToCenter = new double[count];
        var vectors = text.Sentences.Select(sentence => Vector(sentence, text, idf)).ToArray();
        var dense = new double[text.Terms.Count];
        for (var i = 0; i < count; i++)
        {
            Spread(vectors[i], dense, 1);
            for (var j = 0; j < i; j++)
            {
                Matrix[i, j] = Matrix[j, i] = Dot(vectors[j], dense);
            }

            Spread(vectors[i], dense, 0);
        }

        Array.ForEach(vectors, vector => AddTo(dense, vector));
        var norm = Norm(dense);
        for (var i = 0; i < count; i++)
        {
            ToCenter[i] = Dot(vectors[i], dense) / norm;
        }
    }

    /// <summary>Sentences x sentences, 0 to 1, the diagonal 0.</summary>
    public double[,] Matrix { get; }

    /// <summary>Each sentence's cosine to the sum of all.</summary>
    public double[] ToCenter { get; }

    /// <summary>LexRank (Erkan and Radev, 2004) with edges from 0.05, times the number of sentences.</summary>
    public double[] LexRank()
    {
        var count = ToCenter.Length;
        var degree = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                degree[i] += Edge(i, j);
            }
        }

        var rank = Enumerable.Repeat(1.0, count).ToArray();
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var next = Enumerable.Repeat(1 - Damping, count).ToArray();
            for (var i = 0; i < count; i++)
            {
                var share = degree[i] > 0 ? Damping * rank[i] / degree[i] : 0;
                for (var j = 0; j < count && share > 0; j++)
                {
                    next[j] += share * Edge(i, j);
                }
            }

            rank = next;
        }

        return rank;
    }

    private static (int Term, double Weight)[] Vector(AnalyzedSentence sentence, AnalyzedText text, double[] idf)
    {
        var counts = new Dictionary<int, int>();
        foreach (var term in sentence.Tokens.Where(text.IsContent))
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        var vector = counts.Select(entry => (entry.Key, (1 + PortableMath.Log(entry.Value)) * idf[entry.Key])).ToArray();
        var norm = Math.Sqrt(vector.Sum(entry => entry.Item2 * entry.Item2));
        return [.. vector.Select(entry => (entry.Key, entry.Item2 / (norm > 0 ? norm : 1)))];
    }

    private static void Spread((int Term, double Weight)[] vector, double[] dense, double factor)
    {
        foreach (var (term, weight) in vector)
        {
            dense[term] = weight * factor;
        }
    }

    private static void AddTo(double[] dense, (int Term, double Weight)[] vector)
    {
        foreach (var (term, weight) in vector)
        {
            dense[term] += weight;
        }
    }

    private static double Dot((int Term, double Weight)[] vector, double[] dense)
    {
        var sum = 0.0;
        foreach (var (term, weight) in vector)
        {
            sum += weight * dense[term];
        }

        return sum;
    }

    private static double Norm(double[] dense)
    {
        var norm = Math.Sqrt(dense.Sum(x => x * x));
        return norm > 0 ? norm : 1;
    }

    private double Edge(int i, int j) => Matrix[i, j] >= LeastEdge ? Matrix[i, j] : 0;
}
