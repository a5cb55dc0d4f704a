using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Selection;

/// <summary>What a sentence has of a question.</summary>
internal sealed class AboutMatch
{
    private AboutMatch(int sentence, int length, AboutQuery query)
    {
        (Sentence, Length) = (sentence, length);
        Strengths = new float[query.Terms.Length];
        Counts = new float[query.Terms.Length];
    }

    public int Sentence { get; }

    /// <summary>Words of the sentence.</summary>
    public int Length { get; }

    /// <summary>For each term asked for, how much its closest word counts: 0 to 1.</summary>
    public float[] Strengths { get; }

    /// <summary>For each term asked for, how often it stands here.</summary>
    public float[] Counts { get; }

    /// <summary>How many neighbors of the question are neighbors here.</summary>
    public int Pairs { get; private set; }

    /// <summary>Whether all of the question stands here in a row and as a name is written.</summary>
    public bool IsFullName { get; private set; }

    /// <summary>Whether the last word of the question stands here as a name is written, which may be short for all of it.</summary>
    public bool IsLastName { get; private set; }

    /// <returns>Null for a sentence that has nothing of it.</returns>
    public static AboutMatch? Of(int sentence, AnalyzedSentence words, AboutQuery query, int article)
    {
        AboutMatch? match = null;
        for (var at = 0; at < words.Tokens.Length; at++)
        {
            var (place, strength) = query.Find(words.Tokens[at]);
            if (place >= 0)
            {
                match ??= new AboutMatch(sentence, words.Tokens.Length, query);
                match.Strengths[place] = Math.Max(match.Strengths[place], strength);
                match.Counts[place] += strength;
            }
        }

        match?.CountPairs(words, query);
        match?.FindName(words, query, article);
        return match;
    }

    private void CountPairs(AnalyzedSentence words, AboutQuery query)
    {
        foreach (var (first, second, distance) in query.Pairs)
        {
            var found = false;
            for (var at = distance; at < words.Tokens.Length && !found; at++)
            {
                found = query.Find(words.Tokens[at]).Place == second && query.Find(words.Tokens[at - distance]).Place == first;
            }

            Pairs += found ? 1 : 0;
        }
    }

    private void FindName(AnalyzedSentence words, AboutQuery query, int article)
    {
        if (!query.MayBeName)
        {
            return;
        }

        var first = query.Terms.Length - 1;
        for (var at = 0; at < words.Tokens.Length; at++)
        {
            if (words.Tokens[at] == query.Terms[^1] && IsCapital(words, at))
            {
                IsLastName |= at == 0 || words.Tokens[at - 1] != article;
                IsFullName |= at >= first && IsCapital(words, at - first) && words.Tokens.AsSpan(at - first, first + 1).SequenceEqual(query.Terms);
            }
        }
    }

    private static bool IsCapital(AnalyzedSentence words, int at) => (words.Kinds[at] & WordKinds.Capital) != WordKinds.None;
}
