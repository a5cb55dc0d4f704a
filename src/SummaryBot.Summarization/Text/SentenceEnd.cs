namespace SummaryBot.Summarization.Text;

/// <summary>Tells a full stop that ends a sentence from one inside it.</summary>
internal static class SentenceEnd
{
    /// <summary>"At 5 a.m. Mr. Smith" has only begun; "He left the bank at 6 p.m." is whole.</summary>
    private const int FewWords = 5;

    private const int LongestPart = 2;

    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the sentence started.</param>
    /// <param name="stop">Where the first terminator stands.</param>
    /// <param name="afterMarks">Behind the unbroken run of terminators.</param>
    /// <param name="end">Behind the terminators and what closes with them.</param>
    /// <param name="abbreviations">Of the text's language.</param>
    public static bool IsAt(string text, int start, int stop, int afterMarks, int end, Abbreviations abbreviations)
    {
        if (end == text.Length || Characters.NeedsNoSpace(text[afterMarks - 1]))
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return text[stop] == '.' && afterMarks == stop + 1 && end == afterMarks && IsMissingSpace(text, stop);
        }

        var next = NextWord(text, end);
        return next.Length > 0 && CanOpen(next) && (
            text[stop] != '.' || afterMarks > stop + 1 || !IsInside(text, start, stop, next, abbreviations));
    }

    /// <summary>"death.The": two small letters before, a capital and a small one behind, and no address around them.</summary>
    private static bool IsMissingSpace(string text, int stop)
    {
        return stop >= 2 && stop + 2 < text.Length
            && ((char.IsLower(text[stop - 1]) && char.IsLower(text[stop - 2])) || (char.IsDigit(text[stop - 1]) && char.IsDigit(text[stop - 2])))
            && char.IsUpper(text[stop + 1]) && (char.IsLower(text[stop + 2]) || text[stop + 2] == ' ')
            && !WordBefore(text, 0, stop).ContainsAny("/@:.")
            && !NextWord(text, stop + 1).TrimEnd(".!?,;:”’\"')").ContainsAny("/@.");
    }

    private static bool CanOpen(ReadOnlySpan<char> word)
    {
        var first = word[0];
        return Characters.IsOpener(first)
            ? word.Length == 1 || !char.IsLower(word[1])
            : !char.IsLower(first) && (char.IsLetterOrDigit(first) || char.IsSurrogate(first) || first is '#' or '@' or '$' or '£' or '€');
    }

    private static bool IsInside(string text, int start, int stop, ReadOnlySpan<char> next, Abbreviations abbreviations)
    {
        var word = WordBefore(text, start, stop).TrimStart("([{\"'“‘«‹„");
        if (word.Length == 0)
        {
            return false;
        }

        if (abbreviations.NeverEnd(word) || (char.IsDigit(next[0]) && abbreviations.TakeNumbers(word))
            || (abbreviations.HaveOrdinals && IsDayNumber(word)))
        {
            return true;
        }

        if (IsTimeOfDay(word))
        {
            return abbreviations.IsDay(next) || Words.Count(text.AsSpan(start, stop - start)) < FewWords;
        }

        var isInitial = word.Length == 1 && char.IsUpper(word[0]);
        return (isInitial || IsDotted(word) || abbreviations.MayEnd(word)) && !abbreviations.Opens(next);
    }

    private static bool IsTimeOfDay(ReadOnlySpan<char> word) =>
        word.Equals("a.m", StringComparison.OrdinalIgnoreCase) || word.Equals("p.m", StringComparison.OrdinalIgnoreCase);

    /// <summary>"U.S" and "Ph.D", but no address and no number.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        var parts = 0;
        foreach (var part in word.Split('.'))
        {
            var (from, to) = part.GetOffsetAndLength(word.Length);
            if (to is < 1 or > LongestPart || !char.IsLetter(word[from]))
            {
                return false;
            }

            parts++;
        }

        return parts > 1;
    }

    private static bool IsDayNumber(ReadOnlySpan<char> word) => word.Length <= 2 && word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static ReadOnlySpan<char> WordBefore(string text, int start, int stop)
    {
        var from = stop;
        while (from > start && !char.IsWhiteSpace(text[from - 1]))
        {
            from--;
        }

        return text.AsSpan(from, stop - from);
    }

    private static ReadOnlySpan<char> NextWord(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        var to = from;
        while (to < text.Length && !char.IsWhiteSpace(text[to]))
        {
            to++;
        }

        return text.AsSpan(from, to - from);
    }
}
