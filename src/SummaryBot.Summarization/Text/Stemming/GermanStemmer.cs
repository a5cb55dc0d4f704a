namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>German without its plainest endings and its umlauts: "Häuser" and "Hauses" meet in "haus".</summary>
/// <remarks>Source: J. Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", SAC 2006; members.unine.ch/jacques.savoy/clef.</remarks>
internal static class GermanStemmer
{
    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(Span<char> word)
    {
        Letters.Unmark(word, kept: "ãéèêëõç");
        return Degree(word[..Case(word)]);
    }

    private static int Case(ReadOnlySpan<char> word) => word switch
    {
        { Length: > 5 } and [.., 'e', 'r', 'n'] => word.Length - 3,
        { Length: > 4 } and [.., 'e', 'm' or 'n' or 'r' or 's'] => word.Length - 2,
        { Length: > 3 } and [.., 'e'] => word.Length - 1,
        { Length: > 3 } and [.., var before, 's'] when TakesEnding(before) => word.Length - 1,
        _ => word.Length,
    };

    private static int Degree(ReadOnlySpan<char> word) => word switch
    {
        { Length: > 5 } and [.., 'e', 's', 't'] => word.Length - 3,
        { Length: > 4 } and [.., 'e', 'r' or 'n'] => word.Length - 2,
        { Length: > 4 } and [.., var before, 's', 't'] when TakesEnding(before) => word.Length - 2,
        _ => word.Length,
    };

    private static bool TakesEnding(char letter) => letter is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 't';
}
