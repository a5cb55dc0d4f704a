using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>An ending and what takes its place.</summary>
/// <param name="Ending">In lower case.</param>
/// <param name="Replacement">Not longer than the ending.</param>
/// <param name="Longer">The word must have more letters than this.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EndingRule(string Ending, string Replacement, int Longer = 0)
{
    /// <summary>Whether the word is long enough and ends so.</summary>
    public bool Fits(ReadOnlySpan<char> word) => word.Length > Longer && Letters.Ends(word, Ending);

    /// <summary>Changes the end of a word that fits, in place, and returns the new length.</summary>
    public int Apply(Span<char> word)
    {
        Replacement.CopyTo(word[^Ending.Length..]);
        return word.Length - Ending.Length + Replacement.Length;
    }

    /// <summary>Applies the first rule that fits, in place, and returns the new length; the old one where none fits.</summary>
    public static int ApplyFirst(ReadOnlySpan<EndingRule> rules, Span<char> word)
    {
        foreach (var rule in rules)
        {
            if (rule.Fits(word))
            {
                return rule.Apply(word);
            }
        }

        return word.Length;
    }
}
