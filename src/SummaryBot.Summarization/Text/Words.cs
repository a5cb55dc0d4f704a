namespace SummaryBot.Summarization.Text;

/// <summary>The words of a text.</summary>
internal static class Words
{
    /// <summary>Counts runs of anything but white space: what a summary's figures and word budgets are made of.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inside = false;
        foreach (var c in text)
        {
            var word = !char.IsWhiteSpace(c);
            count += word && !inside ? 1 : 0;
            inside = word;
        }

        return count;
    }

    /// <summary>Runs of letters, digits and the marks on them, in lower case, in order.</summary>
    public static IEnumerable<string> Of(string text, TextSpan span)
    {
        var start = span.Start;
        for (var at = span.Start; at <= span.End; at++)
        {
            if (at < span.End && (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || IsMark(text[at])))
            {
                continue;
            }

            if (at > start)
            {
                yield return Lower(text.AsSpan(start, at - start));
            }

            start = at + 1;
        }
    }

    private static string Lower(ReadOnlySpan<char> word) =>
        string.Create(word.Length, word, static (lower, word) => word.ToLowerInvariant(lower));

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
