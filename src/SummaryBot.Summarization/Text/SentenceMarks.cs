using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Text;

/// <summary>The marks at what may be the end of a sentence.</summary>
/// <param name="Start">Where the first terminator stands.</param>
/// <param name="Behind">Behind the terminators that stand together, and the dots of a spaced ellipsis.</param>
/// <param name="End">Behind the quotes, brackets and note numbers that close with them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentenceMarks(int Start, int Behind, int End)
{
    private const int ShortestNotedWord = 5;
    private const int LongestNote = 3;

    public static SentenceMarks At(string text, int start, SplitRules rules)
    {
        var behind = AfterTerminators(text, start, rules);
        var end = AfterClosers(text, behind);
        return new SentenceMarks(start, behind, AfterNotes(text, start, end));
    }

    private static int AfterTerminators(string text, int at, SplitRules rules)
    {
        while (true)
        {
            while (at < text.Length && rules.IsTerminator(text[at]))
            {
                at++;
            }

            var dots = at + 1;
            while (dots < text.Length && text[dots] == '.')
            {
                dots++;
            }

            var isSpacedEllipsis = dots > at + 1 && Characters.IsSpace(text[at]) && (dots == text.Length || !char.IsLetterOrDigit(text[dots]));
            if (!isSpacedEllipsis)
            {
                return at;
            }

            at = dots;
        }
    }

    /// <summary>French sets a space before the guillemet that closes.</summary>
    private static int AfterClosers(string text, int at)
    {
        while (at < text.Length)
        {
            var isSpacedGuillemet = Characters.IsSpace(text[at]) && at + 1 < text.Length && text[at + 1] == '»' && Characters.IsCloser(text, at + 1);
            if (!isSpacedGuillemet && !Characters.IsCloser(text, at) && !Characters.IsInvisible(text[at]))
            {
                break;
            }

            at += isSpacedGuillemet ? 2 : 1;
        }

        return at;
    }

    /// <summary>The notes of "a martyr.[1] The" and "in a consultation.11 12 Take".</summary>
    private static int AfterNotes(string text, int start, int end)
    {
        var at = end;
        while (at < text.Length && text[at] == '[' && AfterDigits(text, at + 1) is var close && close < text.Length && text[close] == ']')
        {
            at = close + 1;
        }

        if (at > end || !IsAfterWord(text, start))
        {
            return at;
        }

        while (AfterDigits(text, at) is var after && after > at && (after == text.Length || char.IsWhiteSpace(text[after])))
        {
            end = after;
            at = Math.Min(after + 1, text.Length);
        }

        return end;
    }

    private static int AfterDigits(string text, int from)
    {
        var at = from;
        while (at < text.Length && at - from < LongestNote && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsAfterWord(string text, int stop)
    {
        if (stop > 0 && text[stop - 1] == ')')
        {
            return true;
        }

        var at = stop;
        while (at > 0 && stop - at < ShortestNotedWord && Characters.IsSmall(text[at - 1]))
        {
            at--;
        }

        return stop - at == ShortestNotedWord;
    }
}
