using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;

namespace SummaryBot.Summarization.Selection;

/// <summary>The first sentences, for a text that is too short to choose from. What belongs to the page is left out where anything else is there.</summary>
internal static class LeadChoice
{
    public const int FewSentences = 4;

    /// <summary>A summary that saves less of the words is not worth its gaps.</summary>
    private const double LeastSaving = 0.4;

    /// <param name="chosen">Words of a medium summary.</param>
    /// <param name="all">Words of the text.</param>
    public static bool SavesLittle(int chosen, int all) => chosen > (1 - LeastSaving) * all;

    /// <returns>The first sentences, as many as are asked for.</returns>
    public static int[] Of(RankedText text, SummaryOptions options)
    {
        int[] story = Story(text);
        return options switch
        {
            { Words: { } most } => WithinWords(story, text, most),
            { Sentences: { } count } => [.. story.Union(Enumerable.Range(0, text.Scores.Length)).Take(count).Order()], // a number that was asked for is kept
            { Length: SummaryLength.Short } => story[..Math.Min(story.Length, AreShort(story, text) ? SetSearch.ShortSentences : 1)],
            { Length: SummaryLength.Medium } => story[..Math.Min(story.Length, SetSearch.MediumSentences)],
            _ => story[..Math.Min(story.Length, SetSearch.LongSentences)],
        };
    }

    /// <summary>The shortest sentence, where not one fits into the words.</summary>
    public static int[] Shortest(RankedText text) => [Story(text).MinBy(i => text.Text.Sentences[i].WordCount)];

    private static int[] Story(RankedText text)
    {
        int[] all = [.. Enumerable.Range(0, text.Scores.Length)];
        return Array.FindAll(all, i => !text.Rules.IsFurniture(i) || Furniture.IsShortSentence(text.Text.TextOf(i))) is { Length: > 0 } story ? story : all;
    }

    private static bool AreShort(int[] story, RankedText text) =>
        story.Take(SetSearch.ShortSentences).Sum(i => text.Text.Spans[i].Length) <= SetSearch.ShortCharacters;

    private static int[] WithinWords(int[] story, RankedText text, int most)
    {
        var lead = new List<int>();
        foreach (var i in story)
        {
            var length = text.Text.Sentences[i].WordCount;
            var need = text.Rules.Needs(i);
            if (length <= most && (i == story[0] || need == ReadingRules.Nothing || need == i + 1 || lead.Contains(i - 1)))
            {
                lead.Add(i);
                most -= length;
            }
        }

        return lead.Count > 0 ? [.. lead] : Shortest(text);
    }
}
