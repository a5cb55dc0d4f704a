namespace SummaryBot.Summarization.Text;

/// <summary>Brackets and quotations: the sentences inside one belong to the sentence around it.</summary>
internal static class Aside
{
    public const string Openers = "([{（［「『【《“„«»‘\"'`";

    private const string Closers = ")]}）］」』】》”“»«’\"''";

    /// <summary>A longer one is taken for one that was never closed, and its sentences stand alone.</summary>
    private const int Longest = 300;

    /// <summary>So many apostrophes are looked at to find the one that closes.</summary>
    private const int MostApostrophes = 12;

    private const char FirstEastAsian = '\u2E80';

    public static bool OpensAt(string text, int at) => Openers.Contains(text[at], StringComparison.Ordinal);

    /// <summary>Where to read on behind an opener.</summary>
    /// <returns>The marks before its closer, for they may end the sentence; else behind the closer; the next character if nothing closes it.</returns>
    public static int Skip(string text, int open, SplitRules rules)
    {
        var isDoubled = open + 1 < text.Length && text[open + 1] == text[open];
        var close = isDoubled ? -1 : CloserOf(text, open);
        if (close < 0)
        {
            return open + 1;
        }

        var marks = Characters.IsSpace(text[close - 1]) ? close - 1 : close;
        while (marks > open + 1 && (rules.IsTerminator(text[marks - 1]) || Characters.IsCloser(text, marks - 1)))
        {
            marks--;
        }

        var isOmission = text[marks - 1] is '[' or '(';
        return !isOmission && rules.IsTerminator(text[marks]) ? marks : close + 1;
    }

    private static int CloserOf(string text, int open)
    {
        var window = text.AsSpan(open + 1, Math.Min(Longest, text.Length - open - 1));
        var closer = Closers[Openers.IndexOf(text[open], StringComparison.Ordinal)];
        return text[open] switch
        {
            '"' or '“' or '«' or '»' => IsBeforeWord(text, open) ? First(text, open, window, closer is '”' ? "”“\"" : [closer]) : -1,
            '„' => First(text, open, window, "“”\""),
            '\'' or '`' or '‘' => IsBeforeWord(text, open) ? Apostrophe(text, open, window, closer) : -1,
            _ => First(text, open, window, [closer]),
        };
    }

    /// <summary>A mark that can close too opens only behind a space, another opener, or a script that needs no spaces.</summary>
    private static bool IsBeforeWord(string text, int at)
    {
        var last = at == 0 ? ' ' : text[at - 1];
        if (at + 1 == text.Length || !(char.IsWhiteSpace(last) || Characters.IsOpener(last) || Characters.IsDash(last) || last > FirstEastAsian))
        {
            return false;
        }

        return text[at] switch
        {
            '«' => true,
            '»' => char.IsLetterOrDigit(text[at + 1]),
            _ => !char.IsWhiteSpace(text[at + 1]),
        };
    }

    private static int First(string text, int open, ReadOnlySpan<char> window, ReadOnlySpan<char> closers)
    {
        var close = window.IndexOfAny(closers);
        return close >= 0 && Characters.IsCloser(text, open + 1 + close) && !HasLineBreak(window[..close]) ? open + 1 + close : -1;
    }

    /// <summary>The apostrophes of "they'll" and "the dogs' home" close nothing.</summary>
    private static int Apostrophe(string text, int open, ReadOnlySpan<char> window, char closer)
    {
        var from = 0;
        for (var tries = 0; tries < MostApostrophes; tries++)
        {
            var step = window[from..].IndexOf(closer);
            if (step < 0 || HasLineBreak(window.Slice(from, step)))
            {
                return -1;
            }

            var close = open + 1 + from + step;
            if (closer == '\'' && IsBeforeWord(text, close))
            {
                return -1;
            }

            if (Characters.IsCloser(text, close) && (char.IsPunctuation(text[close - 1]) || (closer == '’' && text[close - 1] != 's')))
            {
                return close;
            }

            from += step + 1;
        }

        return -1;
    }

    private static bool HasLineBreak(ReadOnlySpan<char> text) => text.IndexOfAny('\n', '\r', '\u2029') >= 0;
}
