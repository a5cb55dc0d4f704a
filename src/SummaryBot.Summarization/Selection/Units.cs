using System.Numerics;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>The best sentences, each with what it needs to be read. Sets of them are bits: bit b stands for the sentence at <c>_pool[b]</c>.</summary>
internal sealed class Units
{
    private readonly int[] _pool;
    private readonly int[] _words;
    private readonly ulong[] _units;
    private readonly ulong[] _repeats;

    /// <param name="text">The ranked sentences.</param>
    /// <param name="blocked">Which sentences say the same; null where that is allowed.</param>
    /// <param name="best">How many units to keep, by the mean score of their sentences.</param>
    /// <param name="mostInSet">Sentences that a unit may have, at most 4: so the pool has 64 at most.</param>
    /// <param name="mostWords">Words that it may have.</param>
    public Units(RankedText text, Blocked? blocked, int best, int mostInSet, int mostWords)
    {
        var units = BestOf(text, best, mostInSet, mostWords);
        _pool = [.. units.SelectMany(unit => unit).Distinct().Order()];
        _words = Array.ConvertAll(_pool, i => text.Text.Sentences[i].WordCount);
        _units = Array.ConvertAll(units, BitsOf);
        _repeats = new ulong[_pool.Length];
        for (var a = 0; a < _pool.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                if (blocked?.Is(_pool[a], _pool[b]) == true)
                {
                    _repeats[a] |= 1UL << b;
                    _repeats[b] |= 1UL << a;
                }
            }
        }
    }

    /// <summary>Shows all unions of units that have no more than so many sentences and repeat nothing, each once.</summary>
    public void Combine(int most, Action<ulong> add)
    {
        var seen = new HashSet<ulong>();
        Combine(most, 0, 0, seen, add);
    }

    public int[] PlacesOf(ulong set)
    {
        var places = new int[BitOperations.PopCount(set)];
        for (var at = 0; at < places.Length; at++, set &= set - 1)
        {
            places[at] = _pool[BitOperations.TrailingZeroCount(set)];
        }

        return places;
    }

    public int WordsOf(ulong set)
    {
        var words = 0;
        for (; set != 0; set &= set - 1)
        {
            words += _words[BitOperations.TrailingZeroCount(set)];
        }

        return words;
    }

    /// <summary>Whether no unit can be added within a number of words.</summary>
    public bool IsFull(ulong set, int words) => !Array.Exists(_units, unit => (unit & ~set) != 0 && WordsOf(set | unit) <= words);

    private static int[][] BestOf(RankedText text, int best, int mostInSet, int mostWords)
    {
        var units = new List<int[]>(text.Scores.Length);
        var scores = new List<float>(text.Scores.Length);
        for (var i = 0; i < text.Scores.Length; i++)
        {
            if (text.Rules.Closure(i, mostInSet, text.Scores.Length) is { } closure && closure.Sum(at => text.Text.Sentences[at].WordCount) <= mostWords)
            {
                units.Add(closure);
                scores.Add(closure.Sum(at => text.Scores[at]) / closure.Length);
            }
        }

        return [.. Order.Descending([.. scores]).Take(best).Select(at => units[at])];
    }

    private ulong BitsOf(int[] unit)
    {
        var bits = 0UL;
        foreach (var i in unit)
        {
            bits |= 1UL << Array.BinarySearch(_pool, i);
        }

        return bits;
    }

    private void Combine(int most, ulong set, int start, HashSet<ulong> seen, Action<ulong> add)
    {
        for (var at = start; at < _units.Length; at++)
        {
            var larger = set | _units[at];
            if (larger != set && BitOperations.PopCount(larger) <= most && !Repeats(larger, _units[at] & ~set))
            {
                if (seen.Add(larger))
                {
                    add(larger);
                }

                Combine(most, larger, at + 1, seen, add);
            }
        }
    }

    private bool Repeats(ulong set, ulong added)
    {
        for (; added != 0; added &= added - 1)
        {
            if ((_repeats[BitOperations.TrailingZeroCount(added)] & set) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
