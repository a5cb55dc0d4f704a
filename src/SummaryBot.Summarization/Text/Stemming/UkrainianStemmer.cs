using System.Buffers;

namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Ukrainian without the endings of its nouns, adjectives and verbs.</summary>
/// <remarks>Light: one ending goes, behind the first vowel, as in Snowball's Russian stemmer, with the endings of Ukrainian school grammar.</remarks>
internal static class UkrainianStemmer
{
    private const int LeastStem = 3;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиіоуюяєї");

    private static readonly string[] Reflexives = ["ся", "сь"];

    private static readonly string[] Endings =
    (
        "а я у ю и і ї о е є ь й ою ею єю ові еві єві ом ем єм ам ям ами ями ах ях ів їв ей ією "
        + "ий ій ого ього ому ьому им ім їм ими іми их іх ої ьої "
        + "ти ати яти ити іти їти увати ювати ав яв ив ів ла ала яла ила іла увала ювала ло ало яло ило іло увало ли али яли или іли ували ювали ував ював "
        + "є ає яє ує ює ють ають яють ують юють уть ить їть ять ать еш иш їш емо имо їмо ете ите їте ано яно ено єно ування ювання ання яння ення єння іння "
        + "ість ості істю остей остям остями").Split(' ').Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(ReadOnlySpan<char> word)
    {
        var start = Math.Min(word.IndexOfAny(Vowels) + 1, word.Length);
        if (start == 0)
        {
            return word.Length;
        }

        word = word[..^Cut(word, start, Reflexives)];
        word = word[..^Cut(word, start, Endings)];
        word = word is [_, _, _, .., 'ь' or 'й'] ? word[..^1] : word;
        return word is [_, _, _, .., 'н', 'н'] ? word.Length - 1 : word.Length;
    }

    private static int Cut(ReadOnlySpan<char> word, int start, string[] endings)
    {
        var least = Math.Min(word.Length, Math.Max(start, LeastStem));
        return Letters.LongestEnding(word[least..], endings);
    }
}
