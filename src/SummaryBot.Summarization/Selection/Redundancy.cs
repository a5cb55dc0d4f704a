using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>Keeps a summary from saying a thing twice.</summary>
internal static class Redundancy
{
    /// <summary>The share of the shorter sentence's content words that makes it a repetition.</summary>
    private const double Repeats = 0.6;

    public static bool IsRepeated(ScoredSentence candidate, IEnumerable<ScoredSentence> chosen) =>
        chosen.Any(other => IsRepeated(candidate, other));

    private static bool IsRepeated(ScoredSentence one, ScoredSentence other)
    {
        var (few, many) = one.ContentWords.Count <= other.ContentWords.Count
            ? (one.ContentWords, other.ContentWords)
            : (other.ContentWords, one.ContentWords);
        return few.Count > 0 && few.Count(many.Contains) >= Repeats * few.Count;
    }
}
