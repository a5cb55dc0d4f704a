using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Training.Fitting;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>Vectors of terms from the company they keep: positive pointwise mutual information within six words, cut down by a singular value decomposition.</summary>
/// <remarks>Levy, Goldberg and Dagan, "Improving distributional similarity with lessons learned from word embeddings", TACL 2015; Halko, Martinsson and Tropp, 2011.</remarks>
internal sealed class EmbeddingTrainer
{
    private const int Window = 6;
    private const int LeastSeen = 5;
    private const int MostTerms = 18_000;
    private const int Spare = 10;
    private const int Rounds = 4;
    private const double Smoothing = 1e-3;
    private readonly Dictionary<string, int> _rows;
    private readonly double[] _counts;
    private readonly (int Column, float Weight)[][] _matrix;

    private EmbeddingTrainer(IReadOnlyList<AnalyzedText> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            for (var term = 0; term < text.Terms.Count; term++)
            {
                counts[text.Terms[term]] = counts.GetValueOrDefault(text.Terms[term]) + text.TermFrequency[term];
            }
        }

        string[] kept = [.. counts.Where(entry => entry.Value >= LeastSeen).OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key).Take(MostTerms)];
        _rows = kept.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        _counts = Array.ConvertAll(kept, term => (double)counts[term]);
        Total = counts.Values.Sum(count => (double)count);
        _matrix = Information(Company(texts));
    }

    private double Total { get; }

    private int Size => _counts.Length;

    /// <returns>The terms, those seen most first, and their vectors.</returns>
    public static (string[] Terms, Embeddings Embeddings) Train(IReadOnlyList<AnalyzedText> texts)
    {
        var trainer = new EmbeddingTrainer(texts);
        var vectors = Array.ConvertAll(trainer.Vectors(), x => (sbyte)Math.Clamp(Math.Round(x / Embeddings.Step), -127, 127));
        var weights = Array.ConvertAll(trainer._counts, count => (float)(Smoothing / (Smoothing + (count / trainer.Total))));
        var none = new Embeddings(vectors, weights, new float[Embeddings.Size]);
        return ([.. trainer._rows.Keys], new Embeddings(vectors, weights, trainer.Common(texts, none)));
    }

    private Dictionary<int, float>[] Company(IReadOnlyList<AnalyzedText> texts)
    {
        var company = Enumerable.Range(0, Size).Select(_ => new Dictionary<int, float>()).ToArray();
        foreach (var text in texts)
        {
            int[] numbers = [.. text.Terms.Select(term => _rows.GetValueOrDefault(term, -1))];
            foreach (var sentence in text.Sentences)
            {
                int[] known = [.. sentence.Tokens.Select(term => numbers[term]).Where(row => row >= 0)];
                for (var at = 0; at < known.Length; at++)
                {
                    for (var offset = 1; offset <= Window && at + offset < known.Length; offset++)
                    {
                        Add(company, known[at], known[at + offset], 1f / offset);
                        Add(company, known[at + offset], known[at], 1f / offset);
                    }
                }
            }
        }

        return company;
    }

    private static void Add(Dictionary<int, float>[] company, int one, int other, float weight) =>
        company[one][other] = company[one].GetValueOrDefault(other) + weight;

    /// <summary>The logarithm of how much more often two stand together than by chance; what stands together less often is 0. Symmetric.</summary>
    private static (int, float)[][] Information(Dictionary<int, float>[] company)
    {
        var sums = Array.ConvertAll(company, row => row.Values.Sum(weight => (double)weight) + 1e-9);
        var powers = Array.ConvertAll(sums, sum => PortableMath.Exp(0.75 * PortableMath.Log(sum)));
        var total = powers.Sum();
        var divisors = sums.Zip(powers, (sum, power) => Math.Sqrt(sum * power / total)).ToArray();
        return [.. company.Select((row, i) => row.OrderBy(entry => entry.Key)
            .Select(entry => (entry.Key, Weight: (float)PortableMath.Log(entry.Value / (divisors[i] * divisors[entry.Key]))))
            .Where(entry => entry.Weight > 0).ToArray())];
    }

    private float[] Vectors()
    {
        var width = Embeddings.Size + Spare;
        var random = new SplitMix(2024);
        var basis = Enumerable.Range(0, Size).Select(_ => Enumerable.Range(0, width).Select(_ => (float)random.Normal()).ToArray()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            basis = Multiply(basis, width);
            Columns.Orthonormalize(basis, width);
        }

        var (values, rotation) = Eigen.Of(Small(basis, Multiply(basis, width), width));
        var vectors = new float[Size * Embeddings.Size];
        Parallel.For(0, Size, row => Rotate(basis[row], values, rotation, vectors.AsSpan(row * Embeddings.Size, Embeddings.Size)));
        return vectors;
    }

    /// <summary>A row of the decomposition times the roots of the values, made of length 1.</summary>
    private static void Rotate(float[] row, double[] values, double[][] rotation, Span<float> vector)
    {
        var square = 0.0;
        for (var k = 0; k < vector.Length; k++)
        {
            var sum = 0.0;
            for (var i = 0; i < row.Length; i++)
            {
                sum += row[i] * rotation[i][k];
            }

            vector[k] = (float)(sum * Math.Sqrt(Math.Abs(values[k])));
            square += (double)vector[k] * vector[k];
        }

        var norm = Math.Sqrt(square) + 1e-9;
        foreach (ref var x in vector)
        {
            x = (float)(x / norm);
        }
    }

    private float[][] Multiply(float[][] basis, int width)
    {
        var product = new float[Size][];
        Parallel.For(0, Size, row =>
        {
            product[row] = new float[width];
            foreach (var (column, weight) in _matrix[row])
            {
                Lanes.AddScaled(product[row], basis[column], weight);
            }
        });
        return product;
    }

    private static double[][] Small(float[][] basis, float[][] product, int width) =>
        [.. Enumerable.Range(0, width).AsParallel().AsOrdered().Select(a => Enumerable.Range(0, width).Select(b =>
        {
            var sum = 0.0;
            for (var row = 0; row < basis.Length; row++)
            {
                sum += (double)basis[row][a] * product[row][b];
            }

            return sum;
        }).ToArray())];

    /// <summary>The first direction of all sentences, by power iteration.</summary>
    private float[] Common(IReadOnlyList<AnalyzedText> texts, Embeddings embeddings)
    {
        var moments = Enumerable.Range(0, Embeddings.Size).Select(_ => new double[Embeddings.Size]).ToArray();
        foreach (var text in texts.Where((_, i) => i % 4 == 0))
        {
            var vectors = new SentenceVectors(text, embeddings, [.. text.Terms.Select(term => _rows.GetValueOrDefault(term, -1))]);
            for (var i = 0; i < vectors.Count; i++)
            {
                var vector = vectors.Of(i);
                for (var a = 0; a < vector.Length; a++)
                {
                    for (var b = 0; b < vector.Length; b++)
                    {
                        moments[a][b] += (double)vector[a] * vector[b];
                    }
                }
            }
        }

        var common = Enumerable.Repeat(1.0, Embeddings.Size).ToArray();
        for (var round = 0; round < 100; round++)
        {
            var next = Array.ConvertAll(moments, row => Columns.Dot(row, common));
            var norm = Math.Sqrt(Columns.Dot(next, next));
            common = Array.ConvertAll(next, x => x / norm);
        }

        return Array.ConvertAll(common, x => (float)x);
    }
}
