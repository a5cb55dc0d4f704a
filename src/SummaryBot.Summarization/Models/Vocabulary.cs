using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Models;

/// <summary>What news has taught of terms. A term's row is its place.</summary>
/// <param name="terms">Distinct stems.</param>
/// <param name="priors">One for each.</param>
/// <param name="embeddings">A vector for each.</param>
internal sealed class Vocabulary(string[] terms, TermPrior[] priors, Embeddings embeddings)
{
    private const float StopIdf = 1;
    private const float OtherIdf = 8;

    /// <summary>How often a reference keeps a term of its article, over all terms.</summary>
    private const float MeanRate = 0.12f;

    private readonly Dictionary<string, int> _rows = RowsOf(terms);

    public string[] Terms => terms;

    public TermPrior[] Priors => priors;

    public Embeddings Embeddings => embeddings;

    /// <summary>A term that no article had often enough.</summary>
    public static TermPrior Unknown { get; } = new(OtherIdf, MeanRate, 0);

    private static TermPrior UnknownStop { get; } = new(StopIdf, MeanRate, 0);

    /// <returns>For each term of the text its row, -1 where it is not known.</returns>
    public int[] Rows(AnalyzedText text)
    {
        var rows = new int[text.Terms.Count];
        for (var term = 0; term < rows.Length; term++)
        {
            rows[term] = _rows.TryGetValue(text.Terms[term], out var row) ? row : -1;
        }

        return rows;
    }

    public Evidence Measure(AnalyzedText text)
    {
        var rows = Rows(text);
        return new Evidence(text, Array.ConvertAll(rows, row => row < 0 ? Unknown : priors[row]), embeddings, rows);
    }

    /// <summary>Of a text in another language only the stop words are told from the rest.</summary>
    public static Evidence MeasureUnknown(AnalyzedText text)
    {
        var rows = new int[text.Terms.Count];
        Array.Fill(rows, -1);
        return new Evidence(text, UnknownPriors(text), Embeddings.None, rows);
    }

    public static TermPrior[] UnknownPriors(AnalyzedText text) => Array.ConvertAll(text.IsStop, isStop => isStop ? UnknownStop : Unknown);

    /// <summary>How rare a stem is in news.</summary>
    public float IdfOf(string term) => _rows.TryGetValue(term, out var row) ? priors[row].Idf : OtherIdf;

    /// <summary>How alike the company of two stems is: a cosine, -1 to 1; 0 where one is not known.</summary>
    public float Likeness(string one, string other)
    {
        if (!_rows.TryGetValue(one, out var row) || !_rows.TryGetValue(other, out var otherRow))
        {
            return 0;
        }

        Span<float> vectors = stackalloc float[2 * Embeddings.Size];
        embeddings.CopyTo(row, vectors);
        embeddings.CopyTo(otherRow, vectors[Embeddings.Size..]);
        return Lanes.Dot(vectors[..Embeddings.Size], vectors[Embeddings.Size..]);
    }

    private static Dictionary<string, int> RowsOf(string[] terms)
    {
        var rows = new Dictionary<string, int>(terms.Length, StringComparer.Ordinal);
        for (var row = 0; row < terms.Length; row++)
        {
            rows.Add(terms[row], row);
        }

        return rows;
    }
}
