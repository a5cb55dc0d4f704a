namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Turkish and Azerbaijani words up to their plural, cut to their first letters: "evlerde" is "ev", "bakanın" is "bakan".</summary>
/// <remarks>
/// F. Can et al., "Information retrieval on Turkish texts", JASIST 59, 2008: the first five letters of a word serve as well as a full analysis.
/// Without rules for case and possession nothing is guessed: whether the n of "bakanın" is of the word or of the ending, a dictionary alone can tell.
/// </remarks>
internal static class TurkicStemmer
{
    private const int MostLetters = 5, LeastBeforePlural = 2;

    /// <summary>Returns the length of a lower-case word's stem.</summary>
    public static int Stem(ReadOnlySpan<char> word)
    {
        var stem = word[..Math.Min(word.Length, MostLetters)];
        for (var at = LeastBeforePlural; at < stem.Length && at + 3 <= word.Length; at++)
        {
            if (word[at..] is ['l', 'a' or 'e' or 'ə', 'r', ..])
            {
                return at;
            }
        }

        return stem.Length;
    }
}
