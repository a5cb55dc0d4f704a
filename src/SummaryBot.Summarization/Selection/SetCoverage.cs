using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Selection;

/// <summary>Sums of several weights over the union of what the sentences of a set hold.</summary>
/// <param name="items">For each sentence, the distinct items it holds.</param>
/// <param name="weights">Items x <paramref name="width"/>.</param>
/// <param name="width">Weights of an item, a multiple of eight.</param>
/// <remarks>A set that begins like the one before goes on from there, so sets are best given in the order of their places.</remarks>
internal sealed class SetCoverage(int[][] items, float[] weights, int width)
{
    private readonly int[] _addedBy = new int[weights.Length / width]; // 1 + the depth of the sentence that added an item, 0 for none
    private readonly List<int> _path = [];
    private readonly List<float[]> _sums = [new float[width]];

    /// <returns>The sums over all items.</returns>
    public float[] Total()
    {
        var sums = new float[width];
        for (var item = 0; item < _addedBy.Length; item++)
        {
            Lanes.AddScaled(sums, weights.AsSpan(item * width, width), 1);
        }

        return sums;
    }

    /// <returns>For each weight, a sum for each set.</returns>
    public float[][] Of(IReadOnlyList<int[]> sets)
    {
        var columns = new float[width][];
        for (var i = 0; i < width; i++)
        {
            columns[i] = new float[sets.Count];
        }

        for (var row = 0; row < sets.Count; row++)
        {
            var sums = Sums(sets[row]);
            for (var i = 0; i < width; i++)
            {
                columns[i][row] = sums[i];
            }
        }

        return columns;
    }

    private float[] Sums(int[] set)
    {
        var depth = 0;
        while (depth < _path.Count && depth < set.Length && _path[depth] == set[depth])
        {
            depth++;
        }

        while (_path.Count > depth)
        {
            Leave();
        }

        for (; depth < set.Length; depth++)
        {
            Enter(set[depth]);
        }

        return _sums[depth];
    }

    private void Leave()
    {
        var mark = _path.Count;
        foreach (var item in items[_path[^1]])
        {
            _addedBy[item] = _addedBy[item] == mark ? 0 : _addedBy[item];
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void Enter(int sentence)
    {
        _path.Add(sentence);
        if (_sums.Count <= _path.Count)
        {
            _sums.Add(new float[width]);
        }

        var sums = _sums[_path.Count];
        _sums[_path.Count - 1].CopyTo(sums, 0);
        foreach (var item in items[sentence])
        {
            if (_addedBy[item] == 0)
            {
                _addedBy[item] = _path.Count;
                Lanes.AddScaled(sums, weights.AsSpan(item * width, width), 1);
            }
        }
    }
}
