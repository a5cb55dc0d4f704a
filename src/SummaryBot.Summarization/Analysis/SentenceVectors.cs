using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Analysis;

/// <summary>Sentences as means of their terms' vectors: Arora, Liang and Ma, "A simple but tough-to-beat baseline for sentence embeddings", ICLR 2017.</summary>
internal sealed class SentenceVectors
{
    private readonly AnalyzedText _text;
    private readonly Embeddings _embeddings;
    private readonly int[] _rows;
    private readonly float[] _vectors;

    public SentenceVectors(AnalyzedText text, Embeddings embeddings, int[] rows)
    {
        (_text, _embeddings, _rows) = (text, embeddings, rows);
        Count = text.Sentences.Length;
        _vectors = new float[Count * Embeddings.Size];
        Center = new float[Embeddings.Size];
        for (var i = 0; i < Count; i++)
        {
            Average(text.Sentences[i].Tokens, _vectors.AsSpan(i * Embeddings.Size, Embeddings.Size));
            Lanes.AddScaled(Center, Of(i), 1f / Count);
        }

        Title = new float[Embeddings.Size];
        Average(text.Title, Title);
        Normalize(Center);
        Rows = Lanes.Square(Count);
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Rows[i][j] = Rows[j][i] = Lanes.Dot(Of(i), Of(j));
            }
        }
    }

    public int Count { get; }

    /// <summary>The direction of all sentences together; of length 1, or 0 where no term is known.</summary>
    public float[] Center { get; }

    /// <summary>The title's vector; zeros where there is none.</summary>
    public float[] Title { get; }

    /// <summary>Sentences x sentences: cosines, -1 to 1.</summary>
    public float[][] Rows { get; }

    public ReadOnlySpan<float> Of(int sentence) => _vectors.AsSpan(sentence * Embeddings.Size, Embeddings.Size);

    public ReadOnlySpan<float> Row(int sentence) => Rows[sentence];

    /// <summary>For each term the cosines of its vector to the center, to the first sentence and to the title; 0 for a term that is not known.</summary>
    public (float[] ToCenter, float[] ToFirst, float[] ToTitle) OfTerms()
    {
        var (center, first, title) = (new float[_rows.Length], new float[_rows.Length], new float[_rows.Length]);
        Span<float> vector = stackalloc float[Embeddings.Size];
        for (var term = 0; term < _rows.Length; term++)
        {
            if (_rows[term] >= 0)
            {
                _embeddings.CopyTo(_rows[term], vector);
                (center[term], first[term], title[term]) = (Lanes.Dot(vector, Center), Lanes.Dot(vector, Of(0)), Lanes.Dot(vector, Title));
            }
        }

        return (center, first, title);
    }

    private static void Normalize(Span<float> vector)
    {
        var square = Lanes.Dot(vector, vector);
        if (square > 1e-12f)
        {
            var factor = 1 / MathF.Sqrt(square);
            foreach (ref var x in vector)
            {
                x *= factor;
            }
        }
    }

    private void Average(int[] tokens, Span<float> vector)
    {
        Span<float> ofTerm = stackalloc float[Embeddings.Size];
        foreach (var term in tokens)
        {
            if (_rows[term] >= 0)
            {
                _embeddings.CopyTo(_rows[term], ofTerm);
                Lanes.AddScaled(vector, ofTerm, _embeddings.WeightOf(_rows[term]));
            }
        }

        Lanes.AddScaled(vector, _embeddings.Common, -Lanes.Dot(vector, _embeddings.Common));
        Normalize(vector);
    }
}
