using System.Buffers;
using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>What sets of sentences hold of the terms and bigrams that a reference summary is expected to keep: expected ROUGE and its kin.</summary>
internal sealed class CoverageFeatures
{
    private const float Smallest = 1e-6f;
    private const int TermWeights = 16;
    private const int PairWeights = 8;
    private readonly FeatureTable _table;
    private readonly RankedText _ranked;
    private readonly int[][] _sets;
    private readonly float[] _tokens;

    private CoverageFeatures(FeatureTable table, RankedText ranked, int[][] sets, float[] tokens) =>
        (_table, _ranked, _sets, _tokens) = (table, ranked, sets, tokens);

    /// <param name="table">A row for each set; columns are added.</param>
    /// <param name="ranked">The text.</param>
    /// <param name="sets">Places of sentences, ascending.</param>
    /// <param name="tokens">For each set its tokens, 1 or more.</param>
    public static void AddTo(FeatureTable table, RankedText ranked, int[][] sets, float[] tokens)
    {
        var features = new CoverageFeatures(table, ranked, sets, tokens);
        features.AddTermCoverage();
        features.AddBigramCoverage();
    }

    private void AddTermCoverage()
    {
        var (q, df) = (_ranked.Terms, _ranked.Text.SentenceFrequency);
        int[][] items = Array.ConvertAll(_ranked.Text.Sentences, sentence => sentence.Distinct);
        var inLead = new bool[q.Length];
        foreach (var term in items.Take(3).SelectMany(terms => terms))
        {
            inLead[term] = true;
        }

        var kept = Noisy(items, q.Length);
        var weights = ArrayPool<float>.Shared.Rent(q.Length * TermWeights);
        for (var term = 0; term < q.Length; term++)
        {
            float c = _ranked.Text.IsStop[term] ? 0 : 1;
            ReadOnlySpan<float> row =
            [
                q[term], c * q[term], df[term] > 1 ? c * df[term] : 0, df[term] > 2 ? c * df[term] : 0, kept[term], c * kept[term],
                q[term] > .3f ? c : 0, q[term] > .5f ? c : 0, q[term] > .15f ? c : 0, inLead[term] ? c : 0, c, 1, q[term] * q[term], MathF.Sqrt(q[term]),
                q[term] * _ranked.Evidence.Idf[term], 0,
            ];
            row.CopyTo(weights.AsSpan(term * TermWeights));
        }

        var coverage = new SetCoverage(items, q.Length, weights, TermWeights);
        var total = Array.ConvertAll(coverage.Total(), x => x + Smallest);
        var sums = coverage.Of(_sets);
        ArrayPool<float>.Shared.Return(weights);
        AddF1("terms", sums[0], total[0]);
        _table.Add("content terms recall", row => sums[1][row] / total[1]);
        _table.Add("content terms precision", row => sums[1][row] / Math.Max(1, sums[10][row]));
        _table.Add("content terms F1", row => 2 * sums[1][row] / (sums[10][row] + total[1]));
        (int, string)[] shares = [(2, "twice"), (3, "thrice"), (5, "kept content"), (6, "above .3"), (7, "above .5"), (8, "above .15"), (9, "lead terms"), (14, "rare terms")];
        Array.ForEach(shares, share => _table.Add(share.Item2, row => sums[share.Item1][row] / total[share.Item1]));
        _table.Add("kept F1", row => 2 * sums[4][row] / (_tokens[row] + total[4]));
        _table.Add("content density", row => sums[10][row] / _tokens[row]);
        _table.Add("distinct density", row => sums[11][row] / _tokens[row]);
        _table.Add("terms squared F1", row => 2 * sums[12][row] / (_tokens[row] + total[0]));
        _table.Add("terms root F1", row => 2 * sums[13][row] / (_tokens[row] + total[0]));
        _table.Add("length to expected", row => (float)PortableMath.Log(Math.Max(5, _tokens[row]) / Math.Max(20, total[0])));
        var length = _table["length to expected"];
        _table.Add("length to expected squared", row => length[row] * length[row]);
    }

    private void AddBigramCoverage()
    {
        var (q, df) = (_ranked.Pairs, _ranked.Evidence.Bigrams.SentenceFrequency);
        var items = _ranked.Evidence.Bigrams.OfSentence;
        var kept = Noisy(items, q.Length);
        var weights = ArrayPool<float>.Shared.Rent(Math.Max(1, q.Length) * PairWeights);
        for (var b = 0; b < q.Length; b++)
        {
            ReadOnlySpan<float> row = [q[b], df[b] > 1 ? df[b] : 0, kept[b], q[b] > .2f ? 1 : 0, q[b] > .4f ? 1 : 0, q[b] * q[b], MathF.Sqrt(q[b]), 0];
            row.CopyTo(weights.AsSpan(b * PairWeights));
        }

        var coverage = new SetCoverage(items, q.Length, weights, PairWeights);
        var total = Array.ConvertAll(coverage.Total(), x => x + Smallest);
        var sums = coverage.Of(_sets);
        ArrayPool<float>.Shared.Return(weights);
        AddF1("bigrams", sums[0], total[0]);
        _table.Add("bigrams twice", row => sums[1][row] / total[1]);
        _table.Add("kept bigrams F1", row => 2 * sums[2][row] / (_tokens[row] + total[2]));
        _table.Add("bigrams above .2", row => sums[3][row] / total[3]);
        _table.Add("bigrams above .4", row => sums[4][row] / total[4]);
        _table.Add("bigrams squared F1", row => 2 * sums[5][row] / (_tokens[row] + total[0]));
        _table.Add("bigrams root F1", row => 2 * sums[6][row] / (_tokens[row] + total[0]));
        var (one, two) = (_table["terms F1"], _table["bigrams F1"]);
        _table.Add("both F1", row => one[row] + two[row]);
    }

    private void AddF1(string name, float[] sums, float total)
    {
        _table.Add($"{name} F1", row => 2 * sums[row] / (_tokens[row] + total));
        _table.Add($"{name} precision", row => sums[row] / _tokens[row]);
        _table.Add($"{name} recall", row => sums[row] / total);
    }

    /// <summary>The probability that a summary drawn by the sentences' scores holds an item: 1 - exp(-sum of the scores of those that hold it).</summary>
    private float[] Noisy(int[][] sentences, int items)
    {
        var sums = new float[items];
        for (var i = 0; i < sentences.Length; i++)
        {
            foreach (var item in sentences[i])
            {
                sums[item] += _ranked.Scores[i];
            }
        }

        return Array.ConvertAll(sums, sum => (float)(1 - PortableMath.Exp(-sum)));
    }
}
