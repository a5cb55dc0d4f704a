using System.Collections.Frozen;

namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>English stems as ROUGE counts them: M. F. Porter, "An algorithm for suffix stripping", 1980, with NLTK's extensions.</summary>
/// <remarks>Works on lower-case words of the letters a to z and digits; another word stays as it is or nearly so.</remarks>
internal static class PorterStemmer
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sky"] = "sky",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["news"] = "news",
        ["innings"] = "inning",
        ["inning"] = "inning",
        ["outings"] = "outing",
        ["outing"] = "outing",
        ["cannings"] = "canning",
        ["canning"] = "canning",
        ["howe"] = "howe",
        ["proceed"] = "proceed",
        ["exceed"] = "exceed",
        ["succeed"] = "succeed",
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly EndingRule[] Step2Rules =
    [
        new("ational", "ate"), new("tional", "tion"), new("enci", "ence"), new("anci", "ance"), new("izer", "ize"), new("bli", "ble"), new("alli", "al"),
        new("entli", "ent"), new("eli", "e"), new("ousli", "ous"), new("ization", "ize"), new("ation", "ate"), new("ator", "ate"), new("alism", "al"),
        new("iveness", "ive"), new("fulness", "ful"), new("ousness", "ous"), new("aliti", "al"), new("iviti", "ive"), new("biliti", "ble"), new("fulli", "ful"),
    ];

    private static readonly EndingRule[] Step3Rules =
        [new("icate", "ic"), new("ative", ""), new("alize", "al"), new("iciti", "ic"), new("ical", "ic"), new("ful", ""), new("ness", "")];

    private static readonly string[] Step4Suffixes =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>Stems a word in place.</summary>
    /// <param name="word">In lower case.</param>
    /// <returns>The stem's length, at most the word's.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
        {
            return word.Length;
        }

        if (Irregular.TryGetValue(word, out var stem))
        {
            stem.CopyTo(word);
            return stem.Length;
        }

        word = word[..Step1A(word)];
        word = word[..Step1B(word)];
        Step1C(word);
        word = word[..Step2(word)];
        word = word[..Replaced(word, Step3Rules)];
        word = word[..Step4(word)];
        return Step5(word);
    }

    private static int Step1A(ReadOnlySpan<char> word) => word switch
    {
        [.., 'i', 'e', 's'] => word.Length == 4 ? 3 : word.Length - 2,
        [.., 's', 's', 'e', 's'] => word.Length - 2,
        [.., 's', 's'] => word.Length,
        [.., 's'] => word.Length - 1,
        _ => word.Length,
    };

    private static int Step1B(Span<char> word) => word switch
    {
        [.., 'i', 'e', 'd'] => word.Length == 4 ? 3 : word.Length - 2,
        [.. var stem, 'e', 'e', 'd'] => Measure(stem) > 0 ? word.Length - 1 : word.Length,
        [.. var stem, 'e', 'd'] when HasVowel(stem) => Restored(word, stem.Length),
        [.. var stem, 'i', 'n', 'g'] when HasVowel(stem) => Restored(word, stem.Length),
        _ => word.Length,
    };

    private static int Restored(Span<char> word, int length)
    {
        ReadOnlySpan<char> stem = word[..length];
        if (stem is [.., 'a', 't'] or [.., 'b', 'l'] or [.., 'i', 'z'])
        {
            word[length] = 'e';
            return length + 1;
        }

        if (length >= 2 && stem[^1] == stem[^2] && IsConsonant(stem, length - 1))
        {
            return stem[^1] is 'l' or 's' or 'z' ? length : length - 1;
        }

        if (Measure(stem) == 1 && EndsConsonantVowelConsonant(stem))
        {
            word[length] = 'e';
            return length + 1;
        }

        return length;
    }

    private static void Step1C(Span<char> word)
    {
        if (word is [_, .., 'y'] && word.Length > 2 && IsConsonant(word, word.Length - 2))
        {
            word[^1] = 'i';
        }
    }

    private static int Step2(Span<char> word) => word switch
    {
        [.. var stem, 'a', 'l', 'l', 'i'] when Measure(stem) > 0 => Step2(word[..^2]),
        [.., 'l', 'o', 'g', 'i'] => Measure(word[..^3]) > 0 ? word.Length - 1 : word.Length,
        _ => Replaced(word, Step2Rules),
    };

    private static int Step4(ReadOnlySpan<char> word)
    {
        foreach (var suffix in Step4Suffixes)
        {
            if (Letters.Ends(word, suffix))
            {
                var stem = word[..^suffix.Length];
                var fits = Measure(stem) > 1 && (suffix is not "ion" || stem[^1] is 's' or 't');
                return fits ? stem.Length : word.Length;
            }
        }

        return word.Length;
    }

    private static int Step5(ReadOnlySpan<char> word)
    {
        if (word is [.. var stem, 'e'])
        {
            var measure = Measure(stem);
            word = measure > 1 || (measure == 1 && !EndsConsonantVowelConsonant(stem)) ? stem : word;
        }

        return word is [.., 'l', 'l'] && Measure(word[..^1]) > 1 ? word.Length - 1 : word.Length;
    }

    /// <summary>The first rule whose ending the word has is the one that counts.</summary>
    private static int Replaced(Span<char> word, EndingRule[] rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Fits(word))
            {
                return Measure(word[..^rule.Ending.Length]) > 0 ? rule.Apply(word) : word.Length;
            }
        }

        return word.Length;
    }

    private static bool IsConsonant(ReadOnlySpan<char> word, int at)
    {
        var first = at;
        while (first > 0 && word[first] == 'y')
        {
            first--;
        }

        // In a run of y every second one is a consonant, counted from the letter before the run.
        var isConsonant = !IsVowel(word[first]);
        return (at - first) % 2 == 0 ? isConsonant : !isConsonant;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>A y that is not the first letter is a vowel where no vowel stands before it.</summary>
    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.IndexOfAny("aeiou") >= 0 || stem.LastIndexOf('y') > 0;

    /// <summary>Porter's m: how often a vowel is followed by a consonant.</summary>
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var measure = 0;
        var afterVowel = false;
        for (var at = 0; at < stem.Length; at++)
        {
            // A y is a vowel behind a consonant alone.
            var consonant = stem[at] == 'y' ? at == 0 || afterVowel : !IsVowel(stem[at]);
            measure += consonant && afterVowel ? 1 : 0;
            afterVowel = !consonant;
        }

        return measure;
    }

    private static bool EndsConsonantVowelConsonant(ReadOnlySpan<char> word) => word.Length switch
    {
        >= 3 => IsConsonant(word, word.Length - 3) && !IsConsonant(word, word.Length - 2) && IsConsonant(word, word.Length - 1)
            && word[^1] is not ('w' or 'x' or 'y'),
        2 => !IsConsonant(word, 0) && IsConsonant(word, 1),
        _ => false,
    };
}
