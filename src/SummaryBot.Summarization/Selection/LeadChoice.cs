namespace SummaryBot.Summarization.Selection;

/// <summary>The first sentences, for a text that is too short to choose from.</summary>
internal static class LeadChoice
{
    public const int FewSentences = 4;

    /// <summary>A summary that saves less of the words is not worth its gaps.</summary>
    private const double LeastSaving = 0.4;

    /// <param name="chosen">Words of a medium summary.</param>
    /// <param name="all">Words of the text.</param>
    public static bool SavesLittle(int chosen, int all) => chosen > (1 - LeastSaving) * all;

    /// <returns>How many of the first sentences to show.</returns>
    /// <param name="lengths">For each sentence its UTF-16 units.</param>
    /// <param name="words">For each sentence its words.</param>
    /// <param name="options">What is asked for.</param>
    public static int[] Of(int[] lengths, int[] words, SummaryOptions options) => options switch
    {
        { Words: { } most } => WithinWords(words, most),
        { Sentences: { } count } => First(lengths, count),
        { Length: SummaryLength.Short } => First(lengths, lengths.Take(SetSearch.ShortSentences).Sum() <= SetSearch.ShortCharacters ? SetSearch.ShortSentences : 1),
        { Length: SummaryLength.Medium } => First(lengths, SetSearch.MediumSentences),
        _ => First(lengths, SetSearch.LongSentences),
    };

    /// <summary>The shortest sentence, where not one fits into the words.</summary>
    public static int[] Shortest(int[] words) => words.Length == 0 ? [] : [Array.IndexOf(words, words.Min())];

    private static int[] First(int[] lengths, int count) => [.. Enumerable.Range(0, Math.Min(count, lengths.Length))];

    private static int[] WithinWords(int[] words, int most)
    {
        var lead = new List<int>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] <= most)
            {
                lead.Add(i);
                most -= words[i];
            }
        }

        return lead.Count > 0 ? [.. lead] : Shortest(words);
    }
}
