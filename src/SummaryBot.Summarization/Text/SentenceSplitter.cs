namespace SummaryBot.Summarization.Text;

/// <summary>Finds the sentences of a text: whole, in order, without the white space around them.</summary>
/// <remarks>
/// One pass over the text. A boundary is a terminator with its closing quotes and brackets, before white space and something that can open a sentence;
/// abbreviations, initials and numbers are told apart by the words beside them. An empty line always ends a sentence.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>A shorter line that ends without a terminator is a heading or a list item; a longer one is wrapped prose.</summary>
    private const int WrappedLine = 50;

    /// <summary>A longer bracket is taken for one that was never closed.</summary>
    private const int LongestAside = 300;

    /// <summary>Finds the sentences.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1 code; null where unknown. English rules serve where a language has none of its own.</param>
    /// <returns>Spans in order, not overlapping, none empty; everything between them is white space.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IReadOnlyList<TextSpan> Split(string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var abbreviations = Abbreviations.Of(language);
        var spans = new List<TextSpan>();
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = BoundaryAt(text, start, ref at, abbreviations);
            if (end >= 0)
            {
                Add(spans, text, start, end);
                start = end;
            }
        }

        Add(spans, text, start, text.Length);
        return spans;
    }

    /// <summary>The end of a sentence if there is one at <paramref name="at"/>, else -1; moves on in either case.</summary>
    private static int BoundaryAt(string text, int start, ref int at, Abbreviations abbreviations)
    {
        var here = at;
        if (text[here] == '\n')
        {
            at++;
            return EndsAtLineBreak(text, start, here) ? here : -1;
        }

        if (text[here] is ' ' or '\t' && StartsNextItem(text, start, here + 1))
        {
            at++;
            return here;
        }

        if (text[here] is '(' or '[' && ClosingBracket(text, here) is var close and > 0 && HoldsLessThanWhole(text, start, here))
        {
            at = close;
            return -1;
        }

        if (!Characters.IsTerminator(text[here]))
        {
            at++;
            return -1;
        }

        if (EndsMarker(text, start, here))
        {
            at++;
            return -1;
        }

        at = AfterTerminators(text, here);
        var mark = here;
        while (mark < at && Characters.IsTerminator(text[mark]))
        {
            mark++;
        }

        return SentenceEnd.IsAt(text, start, here, mark, at, abbreviations) ? at : -1;
    }

    private static int AfterTerminators(string text, int at)
    {
        while (at < text.Length && (Characters.IsTerminator(text[at]) || Characters.IsSpacedEllipsis(text, at)))
        {
            at++;
        }

        while (at < text.Length && Characters.IsCloser(text, at))
        {
            at++;
        }

        return at;
    }

    private static bool EndsAtLineBreak(string text, int start, int lineBreak)
    {
        var next = lineBreak + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            if (text[next] == '\n')
            {
                return true;
            }

            next++;
        }

        var lineStart = lineBreak == 0 ? 0 : text.LastIndexOf('\n', lineBreak - 1) + 1;
        var length = lineBreak - Math.Max(start, lineStart);
        return next < text.Length && length < WrappedLine && (!char.IsLower(text[next]) || IsBareList(text, lineStart));
    }

    /// <summary>Lines that begin small are a sentence that a program wrapped, unless nothing in the paragraph ends one.</summary>
    private static bool IsBareList(string text, int lineStart)
    {
        var from = Math.Max(0, lineStart - LongestAside);
        var window = text.AsSpan(from, Math.Min(2 * LongestAside, text.Length - from));
        var begin = window[..(lineStart - from)].LastIndexOf("\n\n", StringComparison.Ordinal) + 1;
        var end = window[(lineStart - from)..].IndexOf("\n\n", StringComparison.Ordinal);
        return window[begin..(end < 0 ? window.Length : lineStart - from + end)].IndexOfAny(".!?。") < 0;
    }

    /// <summary>Whether an item of the list that the sentence began stands there.</summary>
    private static bool StartsNextItem(string text, int start, int at)
    {
        if (ListMarker.At(text, at).Shape is not { Length: > 0 } shape)
        {
            return false;
        }

        return string.Equals(shape, ListMarker.At(text, SkipSpace(text, start)).Shape, StringComparison.Ordinal);
    }

    /// <summary>The full stop of "1." is no end.</summary>
    private static bool EndsMarker(string text, int start, int at) => at < ListMarker.At(text, SkipSpace(text, start)).End;

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Sentences inside brackets in the middle of a sentence belong to it.</summary>
    private static int ClosingBracket(string text, int open)
    {
        var closer = text[open] == '(' ? ')' : ']';
        var window = text.AsSpan(open, Math.Min(LongestAside, text.Length - open));
        var close = window.IndexOf(closer);
        var paragraph = window.IndexOf('\n');
        return close > 0 && (paragraph < 0 || close < paragraph) ? open + close : -1;
    }

    private static bool HoldsLessThanWhole(string text, int start, int open) => !text.AsSpan(start, open - start).IsWhiteSpace();

    private static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        start = Math.Min(SkipSpace(text, start), end);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            spans.Add(new TextSpan(start, end));
        }
    }
}
