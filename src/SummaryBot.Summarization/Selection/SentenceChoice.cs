using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>Chooses sentences for each kind of length. The presets take from one sequence, so that a longer summary holds the shorter.</summary>
internal static class SentenceChoice
{
    public const int ShortSentences = 2;
    public const int ShortCharacters = 250;
    public const int MediumSentences = 3;
    public const int LongSentences = 6;

    /// <summary>A long summary that would show more of the text's words than this stops earlier.</summary>
    public const double LargestShare = 0.6;

    public static IReadOnlyList<ScoredSentence> Count(IReadOnlyList<ScoredSentence> sentences, int count)
    {
        var ranked = Ranked(sentences);
        var chosen = new List<ScoredSentence>();
        Extend(chosen, ranked, count, _ => true);
        FillUp(chosen, ranked, count);
        return chosen;
    }

    /// <summary>As many of the best as fit; where not one fits, the shortest.</summary>
    public static IReadOnlyList<ScoredSentence> Words(IReadOnlyList<ScoredSentence> sentences, int words)
    {
        var chosen = new List<ScoredSentence>();
        Extend(chosen, Ranked(sentences), sentences.Count, next => chosen.Sum(s => s.WordCount) + next.WordCount <= words);
        return chosen.Count > 0 || sentences.Count == 0 ? chosen : [sentences.MinBy(s => s.WordCount)!];
    }

    public static IReadOnlyList<ScoredSentence> Preset(IReadOnlyList<ScoredSentence> sentences, SummaryLength length)
    {
        var ranked = Ranked(sentences);
        var chosen = new List<ScoredSentence>();
        Extend(chosen, ranked, ShortSentences, next => chosen.Sum(s => s.Length) + next.Length <= ShortCharacters);
        if (chosen.Count == 0)
        {
            chosen.Add(ranked[0]);
        }

        if (length >= SummaryLength.Medium)
        {
            Extend(chosen, ranked, MediumSentences, _ => true);
            FillUp(chosen, ranked, MediumSentences);
        }

        if (length == SummaryLength.Long)
        {
            var most = LargestShare * sentences.Sum(s => s.WordCount);
            Extend(chosen, ranked, LongSentences, next => chosen.Sum(s => s.WordCount) + next.WordCount <= most);
        }

        return chosen;
    }

    private static List<ScoredSentence> Ranked(IReadOnlyList<ScoredSentence> sentences) =>
        [.. sentences.OrderByDescending(s => s.Sentence.Score).ThenBy(s => s.Sentence.Index)];

    private static void Extend(List<ScoredSentence> chosen, List<ScoredSentence> ranked, int count, Predicate<ScoredSentence> fits)
    {
        foreach (var next in ranked)
        {
            if (chosen.Count >= count)
            {
                return;
            }

            if (!chosen.Contains(next) && fits(next) && !Redundancy.IsRepeated(next, chosen))
            {
                chosen.Add(next);
            }
        }
    }

    /// <summary>A number that was asked for is kept even where the text repeats itself.</summary>
    private static void FillUp(List<ScoredSentence> chosen, List<ScoredSentence> ranked, int count) =>
        chosen.AddRange(ranked.Except(chosen).Take(count - chosen.Count).ToList());
}
