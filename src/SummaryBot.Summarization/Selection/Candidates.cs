using System.Numerics;
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
        var units = new Units(_text, _blocked, Best, count, int.MaxValue);
        units.Combine(count, set => AddIf(sets, units, set, BitOperations.PopCount(set) == count));
        AddLead(sets, [.. Enumerable.Range(0, Math.Min(count, Count))]);
        return Sorted(sets);
    }

    /// <returns>Sets of one to four of the best sentences within a number of words that leave little of it unused, and the first sentences that fit.</returns>
    public List<int[]> OfWords(int words)
    {
        var sets = new List<int[]>();
        var units = new Units(_text, _blocked, Best, MostInSet, words);
        units.Combine(MostInSet, set =>
        {
            var used = units.WordsOf(set);
            AddIf(sets, units, set, used <= words && (used >= LeastShare * words || BitOperations.PopCount(set) == MostInSet || units.IsFull(set, words)));
        });
        AddLead(sets, Lead(words));
        return Sorted(sets);
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

    public int WordsOf(int[] set) => set.Sum(i => _text.Text.Sentences[i].WordCount);

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

    private static void AddIf(List<int[]> sets, Units units, ulong set, bool isWanted)
    {
        if (isWanted)
        {
            sets.Add(units.PlacesOf(set));
        }
    }

    private void AddLead(List<int[]> sets, int[] lead)
    {
        if (lead.Length > 0 && _text.Rules.IsWhole(lead) && !Repeats(lead) && !sets.Exists(set => set.AsSpan().SequenceEqual(lead)))
        {
            sets.Add(lead);
        }
    }

    /// <summary>In the order of their places, so that what sets begin with alike is measured once.</summary>
    private static List<int[]> Sorted(List<int[]> sets)
    {
        sets.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        return sets;
    }

    private static int[] Union(int[] set, int[] unit) => [.. set.Union(unit).Order()];
}
