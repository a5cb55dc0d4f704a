namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>French without plural, feminine, the commonest derivations and accents: "national" and "nationaux" meet in "national".</summary>
/// <remarks>Source: J. Savoy, "A stemming procedure and stopword list for general French corpora", JASIS 50, 1999; members.unine.ch/jacques.savoy/clef.</remarks>
internal static class FrenchStemmer
{
    private const int LeastNormalized = 5;

    /// <summary>One of these is the last, unless it is among <see cref="Followed"/>.</summary>
    private static readonly EndingRule[] Derivations =
    [
        new("issement", "ir", 9), new("issant", "ir", 8), new("ivement", "if", 6), new("ement", "e", 6), new("ficatrice", "fier", 11), new("ficateur", "fier", 10),
        new("catrice", "quer", 9), new("cateur", "quer", 8), new("atrice", "er", 8), new("ateur", "er", 7), new("trice", "teur", 6), new("ième", "", 5),
        new("teuse", "ter", 7), new("teur", "ter", 6), new("euse", "eu", 5), new("ère", "er", 8), new("ive", "if", 7), new("folle", "fou", 4),
        new("molle", "mou", 4), new("nnelle", "n", 9), new("nnel", "n", 9), new("ète", "et", 4), new("ique", "", 8), new("esse", "e", 8), new("inage", "in", 7),
        new("ualisation", "uel", 12), new("isation", "", 9), new("isateur", "", 9), new("ation", "", 8), new("ition", "", 8),
    ];

    private static readonly string[] Followed = ["atrice", "ateur", "trice", "ète", "ique"];

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(Span<char> word)
    {
        word = word[..Singular(word)];
        foreach (var rule in Derivations)
        {
            if (rule.Fits(word))
            {
                word = word[..rule.Apply(word)];
                if (!Followed.Contains(rule.Ending, StringComparer.Ordinal))
                {
                    break;
                }
            }
        }

        return Normalized(word);
    }

    private static int Singular(Span<char> word)
    {
        if (word is { Length: > 5 } and [.., 'x'])
        {
            if (word is [.., not 'e', 'a', 'u', _])
            {
                word[^2] = 'l';
            }

            word = word[..^1];
        }

        if (word is { Length: > 3 } and [.., 'x'])
        {
            word = word[..^1];
        }

        return word is { Length: > 3 } and [.., 's'] ? word.Length - 1 : word.Length;
    }

    private static int Normalized(Span<char> word)
    {
        if (word.Length >= LeastNormalized)
        {
            Letters.Unmark(word, kept: "äãëïìíòóöõúü");
            word = word[..Undoubled(word)];
        }

        if (word is { Length: >= LeastNormalized } and [.., 'i', 'e'])
        {
            word = word[..^2];
        }

        if (word.Length >= LeastNormalized)
        {
            word = word is [.., 'r'] ? word[..^1] : word;
            word = word is [.., 'e'] ? word[..^1] : word;
            word = word is [.., 'e'] ? word[..^1] : word;
            word = word is [.., var before, var last] && before == last && char.IsLetter(last) ? word[..^1] : word;
        }

        return word.Length;
    }

    /// <summary>Of doubled letters one stays.</summary>
    private static int Undoubled(Span<char> word)
    {
        var length = 1;
        for (var at = 1; at < word.Length; at++)
        {
            if (word[at] != word[length - 1] || !char.IsLetter(word[at]))
            {
                word[length++] = word[at];
            }
        }

        return length;
    }
}
