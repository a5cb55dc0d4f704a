namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Italian without its last vowels and accents: "fabbrica" and "fabbriche" meet in "fabbric".</summary>
/// <remarks>Source: J. Savoy, "Report on CLEF-2001 experiments", LNCS 2406, 2002; members.unine.ch/jacques.savoy/clef.</remarks>
internal static class ItalianStemmer
{
    private const int LeastLength = 6;

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length < LeastLength)
        {
            return word.Length;
        }

        Letters.Unmark(word, kept: "ãõç");
        return word switch
        {
            [.., 'i' or 'h', 'e' or 'i'] => word.Length - 2,
            [.., 'i', 'a' or 'o'] => word.Length - 2,
            [.., 'a' or 'e' or 'i' or 'o'] => word.Length - 1,
            _ => word.Length,
        };
    }
}
