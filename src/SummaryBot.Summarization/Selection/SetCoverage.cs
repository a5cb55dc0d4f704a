namespace SummaryBot.Summarization.Selection;

/// <summary>Sums of several weights over the union of what the sentences of a set hold.</summary>
/// <param name="items">For each sentence, the distinct items it holds.</param>
/// <param name="weights">For each item its weights, all of one length.</param>
internal sealed class SetCoverage(IReadOnlyList<int[]> items, double[][] weights)
{
    private readonly int[] _seen = new int[weights.Length];
    private readonly int _width = weights is [var first, ..] ? first.Length : 0;
    private int _round;

    /// <returns>The sums over all items.</returns>
    public double[] Total()
    {
        var sums = new double[_width];
        foreach (var weight in weights)
        {
            Add(sums, weight);
        }

        return sums;
    }

    /// <returns>The sums over the items of some sentences.</returns>
    public double[] Of(int[] set)
    {
        var sums = new double[_width];
        _round++;
        foreach (var item in set.SelectMany(sentence => items[sentence]))
        {
            if (_seen[item] != _round)
            {
                _seen[item] = _round;
                Add(sums, weights[item]);
            }
        }

        return sums;
    }

    private static void Add(double[] sums, double[] weight)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += weight[i];
        }
    }
}
