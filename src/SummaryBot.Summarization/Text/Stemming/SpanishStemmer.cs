namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Spanish without gender, plural and accents: "elección" and "elecciones" meet in "eleccion".</summary>
/// <remarks>Source: J. Savoy, "Report on CLEF-2001 experiments", LNCS 2406, 2002; members.unine.ch/jacques.savoy/clef.</remarks>
internal static class SpanishStemmer
{
    private const int LeastLength = 5;

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length < LeastLength)
        {
            return word.Length;
        }

        Letters.Unmark(word, kept: "ãõç");
        switch (word)
        {
            case [.., 'o' or 'a' or 'e']:
                return word.Length - 1;
            case [.., 'e', 's', 'e', 's']:
                return word.Length - 2;
            case [.., 'c', 'e', 's']:
                word[^3] = 'z';
                return word.Length - 2;
            case [.., 'o' or 'a' or 'e', 's']:
                return word.Length - 2;
            default:
                return word.Length;
        }
    }
}
