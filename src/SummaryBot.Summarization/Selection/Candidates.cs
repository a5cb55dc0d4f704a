using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;

namespace SummaryBot.Summarization.Selection;

/// <summary>The sets of sentences that a summary is chosen from: of the best sentences, such that can be read as they are and say nothing twice.</summary>
internal sealed class Candidates
{
    /// <summary>Sets are made of so many of the best sentences, each with what it needs.</summary>
    private const int Best = 14;

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
        Combine(Units(count, int.MaxValue), count, set =>
        {
            if (set.Length == count)
            {
                sets.Add(set);
            }
        });
        AddLead(sets, [.. Enumerable.Range(0, Math.Min(count, Count))]);
        return sets;
    }

    /// <returns>Sets of one to four of the best sentences within a number of words that leave little of it unused, and the first sentences that fit.</returns>
    public List<int[]> OfWords(int words)
    {
        var sets = new List<int[]>();
        var units = Units(MostInSet, words);
        Combine(units, MostInSet, set =>
        {
            var used = WordsOf(set);
            if (used <= words && (used >= LeastShare * words || set.Length == MostInSet || IsFull(units, set, words)))
            {
                sets.Add(set);
            }
        });
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
                var larger = Union(set, closure);
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

    /// <summary>The best sentences, whatever they need or repeat, those of the page last: for a text of which nothing can stand.</summary>
    public int[] Anything(int count) => [.. _order.OrderBy(_text.Rules.IsFurniture).Take(count)];

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

    /// <summary>The best sentences with what each needs, by the mean of their scores.</summary>
    private List<int[]> Units(int mostInSet, int mostWords)
    {
        var units = new List<int[]>(Count);
        for (var i = 0; i < Count; i++)
        {
            if (_text.Rules.Closure(i, mostInSet, Count) is { } closure && WordsOf(closure) <= mostWords)
            {
                units.Add(closure);
            }
        }

        var scores = units.ConvertAll(unit => unit.Sum(i => _text.Scores[i]) / unit.Length);
        return [.. Order.Descending([.. scores]).Take(Best).Select(at => units[at])];
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

    private bool IsFull(List<int[]> units, int[] set, int words) =>
        !units.Exists(unit => Union(set, unit) is var larger && larger.Length > set.Length && WordsOf(larger) <= words);

    private void AddLead(List<int[]> sets, int[] lead)
    {
        if (lead.Length > 0 && _text.Rules.IsWhole(lead) && !Repeats(lead) && !sets.Exists(set => set.AsSpan().SequenceEqual(lead)))
        {
            sets.Add(lead);
        }
    }

    /// <summary>All unions of units that have no more than so many sentences and repeat nothing, each once.</summary>
    private void Combine(List<int[]> units, int most, Action<int[]> add)
    {
        var seen = new HashSet<ulong>();
        Combine(units, most, [], 0, set =>
        {
            if (seen.Add(Key(set)))
            {
                add(set);
            }
        });
    }

    private void Combine(List<int[]> units, int most, int[] set, int start, Action<int[]> add)
    {
        for (var at = start; at < units.Count; at++)
        {
            var larger = Union(set, units[at]);
            if (larger.Length <= most && larger.Length > set.Length && !Repeats(larger))
            {
                add(larger);
                Combine(units, most, larger, at + 1, add);
            }
        }
    }

    /// <summary>Four places of less than 2^16 each, none of them 0 alone.</summary>
    private static ulong Key(int[] set)
    {
        var key = 0UL;
        foreach (var i in set)
        {
            key = (key << 16) | (uint)(i + 1);
        }

        return key;
    }

    private static int[] Union(int[] set, int[] unit)
    {
        if (set.Length == 0)
        {
            return unit;
        }

        var union = new List<int>(set.Length + unit.Length);
        union.AddRange(set);
        foreach (var i in unit)
        {
            if (!union.Contains(i))
            {
                union.Add(i);
            }
        }

        union.Sort();
        return [.. union];
    }
}
