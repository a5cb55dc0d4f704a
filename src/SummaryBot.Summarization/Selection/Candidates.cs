using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>The sets of sentences that a summary is chosen from.</summary>
internal static class Candidates
{
    /// <summary>Sentences that sets are made of: those of the highest score.</summary>
    public const int Best = 10;

    private const int MostInBudget = 4;

    /// <summary>A smaller set leaves too much of the words unused, unless nothing more fits.</summary>
    private const double LeastShare = 0.63;

    /// <returns>All sets of so many of the best sentences that share no three words in a row, and the first sentences; places ascend.</returns>
    public static List<int[]> OfCount(RankedText text, int count)
    {
        var best = BestOf(text);
        var sets = new List<int[]>();
        var blocked = Blocked(text, best);
        Combine(best, Math.Min(count, best.Length), [], 0, blocked, sets.Add);
        AddLead(sets, [.. Enumerable.Range(0, Math.Min(count, text.Scores.Length))]);
        return sets;
    }

    /// <returns>Sets of one to four of the best sentences within a number of words that leave little of it unused, and the first sentences that fit.</returns>
    public static List<int[]> OfWords(RankedText text, int words)
    {
        var best = BestOf(text);
        var sets = new List<int[]>();
        var blocked = Blocked(text, best);
        int Length(int i) => text.Text.Sentences[i].WordCount;
        for (var count = 1; count <= MostInBudget; count++)
        {
            Combine(best, count, [], 0, blocked, set =>
            {
                var used = set.Sum(Length);
                var full = used >= LeastShare * words || set.Length == MostInBudget;
                if (used <= words && (full || !Array.Exists(best, i => !set.Contains(i) && used + Length(i) <= words)))
                {
                    sets.Add(set);
                }
            });
        }

        AddLead(sets, Lead(text, words));
        return sets;
    }

    /// <returns>The first sentences, without those that would pass the number of words.</returns>
    public static int[] Lead(RankedText text, int words)
    {
        var lead = new List<int>();
        for (var i = 0; i < text.Scores.Length; i++)
        {
            var length = text.Text.Sentences[i].WordCount;
            if (length <= words)
            {
                lead.Add(i);
                words -= length;
            }
        }

        return [.. lead];
    }

    private static int[] BestOf(RankedText text)
    {
        var best = Order.Descending(text.Scores).AsSpan(0, Math.Min(Best, text.Scores.Length)).ToArray();
        Array.Sort(best);
        return best;
    }

    private static void AddLead(List<int[]> sets, int[] lead)
    {
        if (lead.Length > 0 && !sets.Exists(set => set.AsSpan().SequenceEqual(lead)))
        {
            sets.Add(lead);
        }
    }

    private static void Combine(int[] from, int count, int[] chosen, int start, HashSet<(int, int)> blocked, Action<int[]> add)
    {
        if (chosen.Length == count)
        {
            add(chosen);
            return;
        }

        for (var at = start; at < from.Length; at++)
        {
            var next = from[at];
            if (!Array.Exists(chosen, earlier => blocked.Contains((earlier, next))))
            {
                Combine(from, count, [.. chosen, next], at + 1, blocked, add);
            }
        }
    }

    private static HashSet<(int, int)> Blocked(RankedText text, int[] best)
    {
        var trigrams = best.Select(i => Trigrams(text.Text.Sentences[i].Words)).ToArray();
        var blocked = new HashSet<(int, int)>();
        for (var a = 0; a < best.Length; a++)
        {
            for (var b = a + 1; b < best.Length; b++)
            {
                if (trigrams[a].Overlaps(trigrams[b]))
                {
                    blocked.Add((best[a], best[b]));
                }
            }
        }

        return blocked;
    }

    private static HashSet<(int, int, int)> Trigrams(int[] words) =>
        [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => (words[i], words[i + 1], words[i + 2]))];
}
