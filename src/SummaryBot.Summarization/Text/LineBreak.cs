namespace SummaryBot.Summarization.Text;

/// <summary>Tells the end of a paragraph, heading or list item from a line that a program wrapped.</summary>
internal static class LineBreak
{
    /// <summary>A shorter line is a heading or a list item unless the next one starts small.</summary>
    private const int ShortestWrapped = 50;

    /// <summary>No program wraps later: a longer line is a paragraph.</summary>
    private const int LongestWrapped = 120;

    /// <summary>So much of a paragraph is looked at for a mark that ends a sentence.</summary>
    private const int Paragraph = 160;

    /// <summary>Whether a sentence ends with the line.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="at">Where the first line break stands.</param>
    /// <param name="next">Behind the white space that starts there.</param>
    /// <param name="isItem">Whether the sentence is a list item.</param>
    public static bool Ends(string text, int at, int next, bool isItem)
    {
        if (next == text.Length || IsParagraph(text.AsSpan(at, next - at)) || Characters.IsBullet(text[next]))
        {
            return true;
        }

        var before = text.AsSpan(0, at);
        before = before[Math.Max(0, at - LongestWrapped - 1)..];
        var length = before.Length - 1 - before.LastIndexOfAny(SplitRules.LineBreaks);
        if (Characters.IsSmall(text[next]))
        {
            return length < ShortestWrapped && IsBareList(text, at - length);
        }

        var isWrapped = length is >= ShortestWrapped and <= LongestWrapped && NextLine(text, next) <= LongestWrapped;
        return isItem || !isWrapped || ListMarker.At(text, next).Bullet != '\0';
    }

    private static bool IsParagraph(ReadOnlySpan<char> space)
    {
        var breaks = 0;
        for (var at = 0; at < space.Length; at++)
        {
            var isSecondHalf = space[at] == '\n' && at > 0 && space[at - 1] == '\r';
            breaks += SplitRules.IsLineBreak(space[at]) && !isSecondHalf ? 1 : 0;
            if (breaks > 1 || space[at] is '\u2029' or '\f')
            {
                return true;
            }
        }

        return false;
    }

    private static int NextLine(string text, int from)
    {
        var window = text.AsSpan(from, Math.Min(LongestWrapped + 1, text.Length - from));
        return window.IndexOfAny(SplitRules.LineBreaks) is var end and >= 0 ? end : window.Length;
    }

    /// <summary>Lines that begin small are a sentence that a program wrapped, unless nothing in the rest of the paragraph ends one.</summary>
    private static bool IsBareList(string text, int lineStart)
    {
        var rest = text.AsSpan(lineStart, Math.Min(Paragraph, text.Length - lineStart));
        var mark = rest.IndexOfAny(".!?。");
        return mark < 0 || rest[..mark].IndexOf("\n\n", StringComparison.Ordinal) >= 0 || rest[..mark].IndexOf("\n\r\n", StringComparison.Ordinal) >= 0;
    }
}
