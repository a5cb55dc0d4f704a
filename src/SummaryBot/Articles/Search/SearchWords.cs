namespace SummaryBot.Articles.Search;

/// <summary>The words of a text as they are searched. A script that writes no spaces gives each two characters that stand together.</summary>
internal static class SearchWords
{
    /// <summary>Nobody types more of a word.</summary>
    private const int MaxLength = 40;

    public static IEnumerable<string> In(string text)
    {
        var folded = SearchFold.Fold(text);
        for (var (start, end) = (0, 0); start < folded.Length; start = end)
        {
            end = EndOf(folded, start);
            if (IsJoined(folded[start]))
            {
                for (var i = start; i < end; i++)
                {
                    yield return folded[i..Math.Min(i + 2, end)];
                }
            }
            else if (folded[start] != ' ')
            {
                yield return folded[start..Math.Min(end, start + MaxLength)];
            }
        }
    }

    private static int EndOf(string folded, int start)
    {
        var end = start + 1;
        while (folded[start] != ' ' && end < folded.Length && folded[end] != ' ' && IsJoined(folded[end]) == IsJoined(folded[start]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Chinese, Japanese, Thai, Lao, Burmese and Khmer.</summary>
    public static bool IsJoined(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');
}
