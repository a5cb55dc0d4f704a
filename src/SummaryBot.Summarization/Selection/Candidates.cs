using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;

namespace SummaryBot.Summarization.Selection;

/// <summary>The sets of sentences that a summary is chosen from: of the best sentences, such that can be read as they are and say nothing twice.</summary>
internal sealed class Candidates
{
    /// <summary>Sets are made of so many of the best sentences, and of what these need.</summary>
    private const int Best = 10;

    private const int MostInPool = 12;

    /// <summary>Larger sets grow from these.</summary>
    public const int MostInSet = 4;

    /// <summary>A smaller set leaves too much of the words unused, unless nothing more fits.</summary>
    private const float LeastShare = 0.63f;

    private readonly RankedText _text;
    private readonly int[] _order;
    private readonly Blocked? _blocked;

    public Candidates(RankedText text)
    {
        _text = text;
        _order = Order.Descending(text.Scores);
        _blocked = text.Rules.Rules.HasFlag(ReadingRule.Repetition) ? new Blocked(text.Text) : null;
    }

    private int Count => _text.Scores.Length;

    /// <param name="count">1 to <see cref="MostInSet"/>.</param>
    /// <returns>Sets of so many of the best sentences, and the first sentences; places ascend.</returns>
    public List<int[]> OfCount(int count)
    {
        var sets = new List<int[]>();
        Combine(Pool(count), new int[count], 0, 0, sets.Add);
        AddLead(sets, [.. Enumerable.Range(0, Math.Min(count, Count))]);
        return sets;
    }

    /// <returns>Sets of one to four of the best sentences within a number of words that leave little of it unused, and the first sentences that fit.</returns>
    public List<int[]> OfWords(int words)
    {
        var sets = new List<int[]>();
        var pool = Pool(MostInSet);
        for (var count = 1; count <= MostInSet; count++)
        {
            Combine(pool, new int[count], 0, 0, set =>
            {
                var used = WordsOf(set);
                if (used <= words && (used >= LeastShare * words || set.Length == MostInSet || IsFull(pool, set, words - used)))
                {
                    sets.Add(set);
                }
            });
        }

        AddLead(sets, Lead(words));
        return sets;
    }

    /// <returns>The set with one sentence more and what that needs, for each that does not repeat it and leaves it within a number of sentences.</returns>
    public List<int[]> Larger(int[] set, int count)
    {
        var sets = new List<int[]>();
        foreach (var i in _order)
        {
            if (!set.AsSpan().Contains(i) && _text.Rules.Closure(i, count - set.Length + 1, Count) is { } closure)
            {
                int[] larger = [.. set.Union(closure).Order()];
                if (larger.Length <= count && !Repeats(larger))
                {
                    sets.Add(larger);
                }
            }

            if (sets.Count == 2 * Best)
            {
                break;
            }
        }

        return sets;
    }

    public int WordsOf(int[] set)
    {
        var words = 0;
        foreach (var i in set)
        {
            words += _text.Text.Sentences[i].WordCount;
        }

        return words;
    }

    /// <summary>The best sentences, whatever they need or repeat: for a text of which nothing can stand.</summary>
    public int[] Anything(int count) => [.. _order.Take(count).Order()];

    /// <summary>The first sentences, without those that would pass the number of words.</summary>
    private int[] Lead(int words)
    {
        var lead = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            var length = _text.Text.Sentences[i].WordCount;
            if (length <= words)
            {
                lead.Add(i);
                words -= length;
            }
        }

        return [.. lead];
    }

    private int[] Pool(int mostInSet)
    {
        var pool = new List<int>(MostInPool);
        var best = 0;
        foreach (var i in _order)
        {
            if (_text.Rules.Closure(i, mostInSet, Count) is { } closure)
            {
                int[] added = [.. closure.Except(pool)];
                if (pool.Count + added.Length <= MostInPool)
                {
                    pool.AddRange(added);
                    best++;
                }
            }

            if (best == Best || pool.Count == MostInPool)
            {
                break;
            }
        }

        pool.Sort();
        return [.. pool];
    }

    private bool Repeats(int[] set)
    {
        for (var a = 0; a < set.Length && _blocked is not null; a++)
        {
            for (var b = a + 1; b < set.Length; b++)
            {
                if (_blocked.Is(set[a], set[b]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsFull(int[] pool, int[] set, int left) =>
        !Array.Exists(pool, i => _text.Text.Sentences[i].WordCount <= left && !set.AsSpan().Contains(i) && _text.Rules.IsWhole([.. set.Append(i).Order()]));

    private void AddLead(List<int[]> sets, int[] lead)
    {
        if (lead.Length > 0 && _text.Rules.IsWhole(lead) && !Repeats(lead) && !sets.Exists(set => set.AsSpan().SequenceEqual(lead)))
        {
            sets.Add(lead);
        }
    }

    private void Combine(int[] pool, int[] set, int filled, int start, Action<int[]> add)
    {
        if (filled == set.Length)
        {
            if (_text.Rules.IsWhole(set))
            {
                add([.. set]);
            }

            return;
        }

        for (var at = start; at < pool.Length; at++)
        {
            if (!IsBlocked(set.AsSpan(0, filled), pool[at]))
            {
                set[filled] = pool[at];
                Combine(pool, set, filled + 1, at + 1, add);
            }
        }
    }

    private bool IsBlocked(ReadOnlySpan<int> chosen, int next)
    {
        foreach (var earlier in chosen)
        {
            if (_blocked?.Is(earlier, next) == true)
            {
                return true;
            }
        }

        return false;
    }
}
