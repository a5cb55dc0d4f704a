namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Portuguese without plural, feminine and accents: "eleição" and "eleições" meet in "eleica".</summary>
/// <remarks>Source: J. Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", SAC 2006; members.unine.ch/jacques.savoy/clef.</remarks>
internal static class PortugueseStemmer
{
    private const int LeastLength = 4;

    private static readonly EndingRule[] Plural =
    [
        new("res", "r", 4), new("ses", "s", 4), new("les", "l", 4), new("zes", "z", 4), new("ns", "m", 3), new("eis", "el", 4), new("éis", "el", 4),
        new("ais", "al", 4), new("óis", "ol", 4), new("is", "il", 4), new("ões", "ão", 3), new("ães", "ão", 3), new("mente", "", 6), new("s", "", 3),
    ];

    private static readonly EndingRule[] Feminine =
    [
        new("inha", "inho", 7), new("iaca", "iaco", 7), new("eira", "eiro", 7), new("osa", "oso", 6), new("ica", "ico", 6), new("ida", "ido", 6),
        new("ada", "ado", 6), new("iva", "ivo", 6), new("ama", "amo", 6), new("ona", "ão", 6), new("ora", "or", 6), new("esa", "ês", 6), new("na", "no", 6),
    ];

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length < LeastLength)
        {
            return word.Length;
        }

        word = word[..EndingRule.ApplyFirst(Plural, word)];
        word = word[..EndingRule.ApplyFirst(Feminine, word)];
        if (word is { Length: > 4 } and [.., 'e' or 'a' or 'o'])
        {
            word = word[..^1];
        }

        Letters.Unmark(word);
        return word.Length;
    }
}
