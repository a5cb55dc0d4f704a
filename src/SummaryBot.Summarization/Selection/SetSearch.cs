using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>Finds the set of sentences for each kind of length. A larger number of sentences holds the smaller, and a longer preset the shorter.</summary>
internal sealed class SetSearch(RankedText text, SummaryModel model)
{
    public const int ShortSentences = 2;
    public const int ShortCharacters = 250;
    public const int MediumSentences = 3;
    public const int LongSentences = 6;

    /// <summary>A long summary that would show more of the text's words than this stops earlier.</summary>
    private const float LargestShare = 0.6f;

    private readonly Candidates _candidates = new(text);

    /// <param name="count">1 or more; a text of fewer sentences gives fewer.</param>
    public int[] Count(int count)
    {
        var core = Core(Math.Min(count, MediumSentences), _ => true);
        return Filled(count < MediumSentences ? Smaller(Core(MediumSentences, _ => true), count) ?? core : Grown(core, count, _ => true), count);
    }

    /// <returns>Sentences within the words; none where not one fits.</returns>
    public int[] Words(int words)
    {
        var sets = _candidates.OfWords(words);
        return sets.Count == 0 ? [] : Grown(model.Best(text, sets, isWords: true), int.MaxValue, set => _candidates.WordsOf(set) <= words);
    }

    public int[] Preset(SummaryLength length)
    {
        var medium = Core(MediumSentences, HasShort);
        var most = LargestShare * text.Text.Sentences.Sum(sentence => sentence.WordCount);
        return length switch
        {
            SummaryLength.Short => Short(medium) ?? Smaller(medium, 1) ?? [medium.MinBy(Characters)],
            SummaryLength.Medium => medium,
            _ => Grown(medium, LongSentences, set => _candidates.WordsOf(set) <= most),
        };
    }

    /// <summary>The best set of so many sentences, if it can be of those that one would rather have.</summary>
    private int[] Core(int count, Predicate<int[]> isPreferred)
    {
        var sets = _candidates.OfCount(Math.Min(count, text.Scores.Length));
        var preferred = sets.FindAll(isPreferred);
        return sets.Count == 0 ? Fewer(count) : model.Best(text, preferred.Count > 0 ? preferred : sets, isWords: false);
    }

    /// <summary>Fewer sentences that can be read as they are, else any.</summary>
    private int[] Fewer(int count) => count > 1 ? Core(count - 1, _ => true) : _candidates.Anything(1);

    /// <summary>Adds the sentence that makes the best set, as long as one fits.</summary>
    private int[] Grown(int[] set, int count, Predicate<int[]> fits)
    {
        while (set.Length < Math.Min(count, text.Scores.Length) && _candidates.Larger(set, count).FindAll(fits) is { Count: > 0 } larger)
        {
            set = model.Best(text, larger, isWords: false);
        }

        return set;
    }

    /// <summary>A number that was asked for is kept even where the text repeats itself.</summary>
    private int[] Filled(int[] set, int count) =>
        set.Length >= Math.Min(count, text.Scores.Length) ? set : [.. set.Concat(_candidates.Anything(text.Scores.Length)).Distinct().Take(count).Order()];

    /// <summary>One or two sentences of the set that are short enough; null where there are none.</summary>
    private int[]? Short(int[] set) => Smaller(set, ShortSentences, IsShort) ?? Smaller(set, 1, IsShort);

    /// <summary>Whether <see cref="Short"/> finds any, without asking the model which.</summary>
    private bool HasShort(int[] set)
    {
        for (var a = 0; a < set.Length; a++)
        {
            if (Characters(set[a]) <= ShortCharacters && text.Rules.IsWhole([set[a]]))
            {
                return true;
            }

            for (var b = a + 1; b < set.Length; b++)
            {
                if (Characters(set[a]) + 1 + Characters(set[b]) <= ShortCharacters && text.Rules.IsWhole([set[a], set[b]]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsShort(int[] set) => set.Sum(Characters) + set.Length - 1 <= ShortCharacters;

    private int Characters(int sentence) => text.Text.Spans[sentence].Length;

    private int[]? Smaller(int[] set, int count) => Smaller(set, count, _ => true);

    private int[]? Smaller(int[] set, int count, Predicate<int[]> fits)
    {
        if (set.Length <= count)
        {
            return fits(set) ? set : null;
        }

        var subsets = Subsets(set, count).FindAll(subset => text.Rules.IsWhole(subset) && fits(subset));
        return subsets.Count == 0 ? null : model.Best(text, subsets, isWords: false);
    }

    /// <param name="set">Three sentences or fewer.</param>
    /// <param name="count">1 or 2.</param>
    private static List<int[]> Subsets(int[] set, int count) => count == 1
        ? [.. set.Select(i => (int[])[i])]
        : [.. set.SelectMany((a, at) => set.Skip(at + 1).Select(b => (int[])[a, b]))];
}
