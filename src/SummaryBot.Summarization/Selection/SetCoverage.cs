using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Selection;

/// <summary>Sums of several weights over the union of what the sentences of a set hold.</summary>
/// <param name="items">For each sentence, the distinct items it holds.</param>
/// <param name="weights">Items x <paramref name="width"/>.</param>
/// <param name="width">Weights of an item.</param>
internal sealed class SetCoverage(int[][] items, float[] weights, int width)
{
    private readonly int[] _seen = new int[weights.Length / width];
    private int _round;

    /// <returns>The sums over all items.</returns>
    public float[] Total()
    {
        var sums = new float[width];
        for (var item = 0; item < _seen.Length; item++)
        {
            Lanes.AddScaled(sums, weights.AsSpan(item * width, width), 1);
        }

        return sums;
    }

    /// <returns>For each weight, a sum for each set.</returns>
    public float[][] Of(IReadOnlyList<int[]> sets)
    {
        var columns = Enumerable.Range(0, width).Select(_ => new float[sets.Count]).ToArray();
        var sums = new float[width];
        for (var row = 0; row < sets.Count; row++)
        {
            Array.Clear(sums);
            Add(sums, sets[row]);
            for (var i = 0; i < sums.Length; i++)
            {
                columns[i][row] = sums[i];
            }
        }

        return columns;
    }

    private void Add(float[] sums, int[] set)
    {
        _round++;
        foreach (var sentence in set)
        {
            foreach (var item in items[sentence])
            {
                if (_seen[item] != _round)
                {
                    _seen[item] = _round;
                    Lanes.AddScaled(sums, weights.AsSpan(item * width, width), 1);
                }
            }
        }
    }
}
