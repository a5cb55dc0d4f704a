using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Selection;

/// <summary>Sums of several weights over the union of what the sentences of a set hold.</summary>
/// <param name="items">For each sentence, the distinct items it holds.</param>
/// <param name="itemCount">How many items there are.</param>
/// <param name="weights">Items x <paramref name="width"/>, and what comes behind counts nothing.</param>
/// <param name="width">Weights of an item, a multiple of eight.</param>
/// <remarks>A set that begins like the one before goes on from there, so sets are best given in the order of their places.</remarks>
internal sealed class SetCoverage(int[][] items, int itemCount, float[] weights, int width)
{
    private readonly int[] _addedBy = new int[itemCount]; // 1 + the depth of the sentence that added an item, 0 for none
    private readonly int[] _fresh = new int[Tokenizer.MostTokens];
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

    /// <summary>The last sentence of a set is only added up: what it holds is marked where it begins another set.</summary>
    private float[] Sums(int[] set)
    {
        var depth = 0;
        while (depth < _path.Count && depth < set.Length - 1 && _path[depth] == set[depth])
        {
            depth++;
        }

        while (_path.Count > depth)
        {
            Leave();
        }

        for (; depth < set.Length - 1; depth++)
        {
            Add(set[depth]);
            Mark(set[depth]);
        }

        return set.Length == 0 ? _sums[0] : Add(set[^1]);
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

    private void Mark(int sentence)
    {
        _path.Add(sentence);
        foreach (var item in items[sentence])
        {
            _addedBy[item] = _addedBy[item] == 0 ? _path.Count : _addedBy[item];
        }
    }

    /// <returns>The sums of the path with one sentence more.</returns>
    private float[] Add(int sentence)
    {
        if (_sums.Count <= _path.Count + 1)
        {
            _sums.Add(new float[width]);
        }

        var sums = _sums[_path.Count + 1];
        var fresh = Fresh(items[sentence]);
        ref var from = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var lane = 0; lane < width; lane += Vector256<float>.Count)
        {
            var sum = Vector256.Create(_sums[_path.Count], lane);
            foreach (var item in fresh)
            {
                sum += Vector256.LoadUnsafe(ref from, (nuint)((item * width) + lane));
            }

            sum.CopyTo(sums, lane);
        }

        return sums;
    }

    /// <summary>Those that the path does not hold. Without a branch: no processor foresees which they are.</summary>
    private ReadOnlySpan<int> Fresh(int[] ofSentence)
    {
        var count = 0;
        foreach (var item in ofSentence)
        {
            _fresh[count] = item;
            count += _addedBy[item] == 0 ? 1 : 0;
        }

        return _fresh.AsSpan(0, count);
    }
}
