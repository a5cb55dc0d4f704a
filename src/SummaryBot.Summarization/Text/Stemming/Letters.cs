namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>What the stemmers do with letters and lists of endings.</summary>
internal static class Letters
{
    private const string Marked = "àáâäãèéêëìíîïòóôöõùúûüç", Plain = "aaaaaeeeeiiiiooooouuuuc";

    /// <summary>Takes the marks off Western European letters, in place.</summary>
    /// <param name="word">In lower case.</param>
    /// <param name="kept">Letters that keep theirs.</param>
    public static void Unmark(Span<char> word, string kept = "")
    {
        foreach (ref var letter in word)
        {
            var at = letter < 'à' ? -1 : Marked.IndexOf(letter, StringComparison.Ordinal);
            if (at >= 0 && !kept.Contains(letter, StringComparison.Ordinal))
            {
                letter = Plain[at];
            }
        }
    }

    /// <summary>Whether a word has an ending. Most words fail at the last letter, so that is looked at first.</summary>
    /// <param name="word">In lower case.</param>
    /// <param name="ending">Not empty.</param>
    public static bool Ends(ReadOnlySpan<char> word, string ending) => word.Length > 0 && word[^1] == ending[^1] && word.EndsWith(ending);

    /// <summary>How long the longest of the endings that the word has is; 0 where it has none.</summary>
    public static int LongestEnding(ReadOnlySpan<char> word, ReadOnlySpan<string> endings)
    {
        var longest = 0;
        foreach (var ending in endings)
        {
            longest = ending.Length > longest && Ends(word, ending) ? ending.Length : longest;
        }

        return longest;
    }
}
