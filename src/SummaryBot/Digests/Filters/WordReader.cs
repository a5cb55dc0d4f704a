using System.Globalization;
using SummaryBot.Articles.Search;

namespace SummaryBot.Digests.Filters;

/// <summary>What a word is to filters.</summary>
/// <remarks>
/// <para>A run of letters and digits, folded as the search folds it: without case, accents and the dot of the Turkish i. All other characters part words and are
/// not words themselves: hyphens ("e-mail" is two words in a row), apostrophes ("don't", "Ankara'da"), points ("U.S.", "1.5"), so that words stand whole before
/// an ending and numbers are found however a country writes them.</para>
/// <para>A sign (+ # &amp; % @, currencies, mathematics, pictograms) is a word: "C++" is not "C" to who writes "C++", and "AT&amp;T" is "AT &amp; T".</para>
/// <para>Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer part no words, or not from their endings: there each character with its marks is one.</para>
/// </remarks>
internal static class WordReader
{
    /// <param name="folded">As <see cref="Fold"/> returns it.</param>
    /// <param name="at">A place in it, moved on behind the word.</param>
    /// <returns>Empty at the end.</returns>
    public static ReadOnlySpan<char> Next(string folded, ref int at)
    {
        while (at < folded.Length && folded[at] == ' ')
        {
            at++;
        }

        var start = at;
        if (at < folded.Length && StandsAlone(folded[at++]))
        {
            SkipMarks(folded, ref at);
        }
        else
        {
            while (at < folded.Length && folded[at] != ' ' && !StandsAlone(folded[at]))
            {
                at++;
            }
        }

        return folded.AsSpan(start, at - start);
    }

    public static string Fold(string text) => SearchFold.Fold(text, keepsSigns: true);

    /// <summary>Whether a character of a folded text is of a script without spaces. Korean syllables stand there in their parts.</summary>
    public static bool StandsAlone(char c) => SearchWords.IsJoined(c) || c is >= '\u1100' and <= '\u11FF';

    private static void SkipMarks(string folded, ref int at)
    {
        while (at < folded.Length && StandsAlone(folded[at]) && Belongs(folded[at]))
        {
            at++;
        }
    }

    /// <summary>Vowel signs, sound marks and tones, and the vowel and end of a Korean syllable.</summary>
    private static bool Belongs(char c) => c is >= '\u1160' and <= '\u11FF'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
