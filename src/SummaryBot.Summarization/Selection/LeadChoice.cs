using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>The first sentences, for a text that is too short to choose from.</summary>
internal static class LeadChoice
{
    private const int FewSentences = 4;

    /// <summary>A summary that saves less of the words is not worth its gaps.</summary>
    private const double LeastSaving = 0.4;

    /// <summary>A number of sentences or words that somebody asked for decides over the saving.</summary>
    public static bool IsDue(IReadOnlyList<ScoredSentence> sentences, SummaryOptions options)
    {
        return sentences.Count <= FewSentences || (options is { Sentences: null, Words: null } && SavesLittle(sentences));
    }

    public static IReadOnlyList<ScoredSentence> Of(IReadOnlyList<ScoredSentence> sentences, SummaryOptions options) => options switch
    {
        { Words: { } words } => WithinWords(sentences, words),
        { Sentences: { } count } => [.. sentences.Take(count)],
        { Length: SummaryLength.Short } => WithinCharacters(sentences),
        { Length: SummaryLength.Medium } => [.. sentences.Take(SentenceChoice.MediumSentences)],
        _ => [.. sentences.Take(SentenceChoice.LongSentences)],
    };

    private static bool SavesLittle(IReadOnlyList<ScoredSentence> sentences)
    {
        var shown = SentenceChoice.Preset(sentences, SummaryLength.Medium).Sum(s => s.WordCount);
        return shown > (1 - LeastSaving) * sentences.Sum(s => s.WordCount);
    }

    private static List<ScoredSentence> WithinCharacters(IReadOnlyList<ScoredSentence> sentences)
    {
        var fitting = sentences.Take(SentenceChoice.ShortSentences).ToList();
        return fitting.Sum(s => s.Length) <= SentenceChoice.ShortCharacters ? fitting : [.. sentences.Take(1)];
    }

    private static List<ScoredSentence> WithinWords(IReadOnlyList<ScoredSentence> sentences, int words)
    {
        var lead = new List<ScoredSentence>();
        foreach (var next in sentences.Where(s => s.WordCount <= words))
        {
            if (lead.Sum(s => s.WordCount) + next.WordCount > words)
            {
                break;
            }

            lead.Add(next);
        }

        return lead.Count > 0 || sentences.Count == 0 ? lead : [sentences.MinBy(s => s.WordCount)!];
    }
}
