using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>The rows of many tables as bins, with their labels; each table weighs the same.</summary>
internal sealed class NetworkRows
{
    private NetworkRows(float[][] edges, int count)
    {
        (Edges, Features, Count) = (edges, edges.Length, count);
        Bins = new byte[count * Features];
        Labels = new float[count];
        Weights = new float[count];
    }

    public float[][] Edges { get; }

    public int Features { get; }

    public int Count { get; }

    /// <summary>Rows x features.</summary>
    public byte[] Bins { get; }

    /// <summary>0 or 1.</summary>
    public float[] Labels { get; }

    /// <summary>1 on average.</summary>
    public float[] Weights { get; }

    /// <param name="texts">What to make rows of.</param>
    /// <param name="table">Gives a text's table.</param>
    /// <param name="labels">Gives a label for each of its rows; rows after the last label are left out.</param>
    public static NetworkRows Of<T>(IReadOnlyList<T> texts, Func<T, FeatureTable> table, Func<T, bool[]> labels)
    {
        var edges = EdgesOf([.. texts.Where((_, i) => i % 16 == 0).AsParallel().AsOrdered().Select(table)]);
        var binner = new BinnedNetwork(edges, [], [], [], [], 0);
        var binned = texts.AsParallel().AsOrdered().Select(text => (Bins: binner.Bin(table(text)), Labels: labels(text))).ToArray();
        var rows = new NetworkRows(edges, binned.Sum(part => part.Labels.Length));
        var mean = rows.Count / (float)binned.Count(part => part.Labels.Length > 0);
        var at = 0;
        foreach (var (bins, kept) in binned)
        {
            bins.AsSpan(0, kept.Length * edges.Length).CopyTo(rows.Bins.AsSpan(at * edges.Length));
            for (var i = 0; i < kept.Length; i++, at++)
            {
                rows.Labels[at] = kept[i] ? 1 : 0;
                rows.Weights[at] = mean / kept.Length;
            }
        }

        return rows;
    }

    /// <summary>Quantiles of what a column holds; a value that is often alone gets a bin of its own.</summary>
    private static float[][] EdgesOf(FeatureTable[] tables) => [.. Enumerable.Range(0, tables[0].Columns.Count).AsParallel().AsOrdered().Select(column =>
    {
        var values = tables.SelectMany(table => table.Columns[column]).Order().ToArray();
        var distinct = values.Distinct().Take(BinnedNetwork.Bins + 1).ToArray();
        if (distinct.Length <= BinnedNetwork.Bins)
        {
            return distinct[1..];
        }

        var edges = Enumerable.Range(1, BinnedNetwork.Bins - 1).Select(i => values[(int)((long)values.Length * i / BinnedNetwork.Bins)]);
        return edges.Where(edge => edge > values[0]).Distinct().ToArray();
    })];
}
