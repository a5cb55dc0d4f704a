namespace SummaryBot.Summarization.Analysis;

/// <summary>Cosine similarity of sentences as vectors of content terms, weighed (1 + ln tf) idf.</summary>
internal sealed class SentenceSimilarity
{
    private const float Damping = 0.85f;
    private const float LeastEdge = 0.05f;
    private const int Iterations = 30;
    private readonly float[] _dense;

    public SentenceSimilarity(AnalyzedText text, float[] idf)
    {
        Count = text.Sentences.Length;
        Rows = Lanes.Square(Count);
        ToCenter = new float[Count];
        _dense = new float[text.Terms.Count];
        var vectors = new (int Term, float Weight)[Count][];
        for (var i = 0; i < Count; i++)
        {
            vectors[i] = Vector(text.Sentences[i], text, idf);
            Spread(vectors[i], 1);
            for (var j = 0; j < i; j++)
            {
                Rows[i][j] = Rows[j][i] = Dot(vectors[j]);
            }

            Spread(vectors[i], 0);
        }

        MeasureCenter(vectors);
    }

    public int Count { get; }

    /// <summary>Sentences x sentences, 0 to 1, the diagonal 0.</summary>
    public float[][] Rows { get; }

    /// <summary>Each sentence's cosine to the sum of all.</summary>
    public float[] ToCenter { get; }

    public ReadOnlySpan<float> Row(int sentence) => Rows[sentence];

    /// <summary>LexRank (Erkan and Radev, 2004) with edges from 0.05, times the number of sentences.</summary>
    public float[] LexRank()
    {
        var rank = new float[Count];
        Array.Fill(rank, 1);
        var degree = new float[Count];
        for (var i = 0; i < Count; i++)
        {
            foreach (var edge in Row(i))
            {
                degree[i] += edge >= LeastEdge ? edge : 0;
            }
        }

        var next = new float[Count];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Array.Fill(next, 1 - Damping);
            for (var i = 0; i < Count; i++)
            {
                if (degree[i] > 0)
                {
                    Lanes.AddScaled(next, Row(i), Damping * rank[i] / degree[i], LeastEdge);
                }
            }

            (rank, next) = (next, rank);
        }

        return rank;
    }

    private void MeasureCenter((int Term, float Weight)[][] vectors)
    {
        foreach (var vector in vectors)
        {
            foreach (var (term, weight) in vector)
            {
                _dense[term] += weight;
            }
        }

        var square = 0f;
        foreach (var x in _dense)
        {
            square += x * x;
        }

        var norm = square > 0 ? MathF.Sqrt(square) : 1;
        for (var i = 0; i < Count; i++)
        {
            ToCenter[i] = Dot(vectors[i]) / norm;
        }
    }

    private (int Term, float Weight)[] Vector(AnalyzedSentence sentence, AnalyzedText text, float[] idf)
    {
        foreach (var term in sentence.Tokens)
        {
            _dense[term]++;
        }

        var vector = new (int Term, float Weight)[sentence.Distinct.Length];
        var (used, square) = (0, 0f);
        foreach (var term in sentence.Distinct)
        {
            if (text.IsContent[term])
            {
                var weight = (1 + LogOf((int)_dense[term])) * idf[term];
                vector[used++] = (term, weight);
                square += weight * weight;
            }

            _dense[term] = 0;
        }

        var norm = square > 0 ? MathF.Sqrt(square) : 1;
        for (var i = 0; i < used; i++)
        {
            vector[i].Weight /= norm;
        }

        return vector[..used];
    }

    private static float LogOf(int count) => count == 1 ? 0 : (float)PortableMath.Log(count);

    private void Spread((int Term, float Weight)[] vector, float factor)
    {
        foreach (var (term, weight) in vector)
        {
            _dense[term] = weight * factor;
        }
    }

    private float Dot((int Term, float Weight)[] vector)
    {
        var sum = 0f;
        foreach (var (term, weight) in vector)
        {
            sum += weight * _dense[term];
        }

        return sum;
    }
}
