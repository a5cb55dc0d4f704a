namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Dutch without plural, inflection and doubled letters: "maan" and "manen" meet in "man".</summary>
/// <remarks>Light: the first step of M. F. Porter's Dutch stemmer of Snowball, snowballstem.org/algorithms/dutch/stemmer.html, and its undoubling.</remarks>
internal static class DutchStemmer
{
    private const int LeastStem = 3;

    private static readonly EndingRule[] Abstract = [new("heden", "heid", 6)];

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(Span<char> word)
    {
        Letters.Unmark(word, kept: "ãõèç");
        word = word[..EndingRule.ApplyFirst(Abstract, word)];
        return VowelUndoubled(word, Ending(word));
    }

    private static int Ending(ReadOnlySpan<char> word)
    {
        var ending = word switch
        {
            [.., var before, 'e', 'n'] when !IsVowel(before) => 2,
            [.., var before, 'e'] when !IsVowel(before) => 1,
            [.., var before, 's'] when !IsVowel(before) && before != 'j' => 1,
            _ => 0,
        };
        if (word.Length - ending < LeastStem)
        {
            return word.Length;
        }

        word = word[..^ending];
        return ending > 0 && word is [.., var one, var last] && one == last && !IsVowel(last) ? word.Length - 1 : word.Length;
    }

    /// <summary>A closed syllable writes its long vowel twice, an open one once.</summary>
    private static int VowelUndoubled(Span<char> word, int length)
    {
        if (word[..length] is [.., 'a' or 'e' or 'o' or 'u', var second, var last] && second == word[length - 3] && !IsVowel(last))
        {
            word[length - 2] = last;
            return length - 1;
        }

        return length;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
