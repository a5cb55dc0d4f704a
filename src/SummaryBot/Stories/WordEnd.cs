using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Stories;

/// <summary>Where a word ends: a run of letters and digits; a number keeps its point and commas; of a script without spaces two characters are a word.</summary>
internal static class WordEnd
{
    /// <summary>From here on a single character may be a word.</summary>
    public const char FirstIdeograph = '\u2E80';

    private const int IdeographsAWord = 2;

    /// <returns><paramref name="start"/> where no word begins.</returns>
    public static int Of(ReadOnlySpan<char> text, int start)
    {
        var end = Tokenizer.EndOfWord(text, start);
        if (end == start)
        {
            return end;
        }

        if (IsSpaceless(text[start]))
        {
            return Math.Min(end, start + IdeographsAWord);
        }

        while (char.IsDigit(text[start]) && end - start < LongestNumber && end + 1 < text.Length && text[end] is '.' or ',' && char.IsDigit(text[end + 1]))
        {
            end = Math.Min(Tokenizer.EndOfWord(text, end + 1), start + LongestNumber);
        }

        return end;
    }

    private const int LongestNumber = 24;

    private static bool IsSpaceless(char c) => c is >= FirstIdeograph and < '\uAC00' or >= '\u0E00' and <= '\u0EFF';
}
