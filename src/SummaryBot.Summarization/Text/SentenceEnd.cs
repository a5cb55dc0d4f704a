namespace SummaryBot.Summarization.Text;

/// <summary>Tells marks that end a sentence from marks inside it.</summary>
internal static class SentenceEnd
{
    /// <summary>"At 5 a.m. Mr. Smith" has only begun; "He left the bank at 6 p.m." is whole.</summary>
    private const int FewWords = 5;

    /// <summary>No five words stand in fewer characters than these.</summary>
    private const int FewCharacters = 40;

    private const int SpacedEllipsis = 3;

    /// <summary>A name of so many words may stand between a quotation and "said".</summary>
    private const int LongestName = 4;

    private static readonly WordSet Days = new(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
        + "mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec est gmt bst edt pst pdt cet utc et eastern pacific central");

    private static readonly WordSet Speech = new("said asked told added cried replied shouted wrote says asks writes wondered warned insisted");

    public static bool IsAt(string text, int start, in SentenceMarks marks, SplitRules rules)
    {
        if (marks.End == text.Length || Characters.NeedsNoSpace(text, marks.Behind - 1))
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[marks.End]))
        {
            return MissingSpace.IsAt(text, marks);
        }

        return NextSentence.CanOpenAt(text, marks.End) && !(IsPlainStop(text, marks)
            ? IsInside(text, start, marks.Start, Nearby.WordAt(text, NextSentence.FirstLetter(text, marks.End)), rules)
            : IsPause(text, marks) || IsQuestionOfSpeaker(text, marks, rules));
    }

    private static bool IsPlainStop(string text, in SentenceMarks marks) => text[marks.Start] == '.' && marks.Behind == marks.Start + 1;

    /// <summary>" . . . " and " … " between words are a pause; four dots, or three behind a word, may end a sentence.</summary>
    private static bool IsPause(string text, in SentenceMarks marks)
    {
        if (marks.Start == 0 || !char.IsWhiteSpace(text[marks.Start - 1]) || marks.End != marks.Behind)
        {
            return false;
        }

        var run = text.AsSpan(marks.Start, marks.Behind - marks.Start);
        return run is "…" || (!run.ContainsAnyExcept(". \u00A0") && run.Count('.') == SpacedEllipsis);
    }

    /// <summary>"Why?" Mr. Smith asked.</summary>
    private static bool IsQuestionOfSpeaker(string text, in SentenceMarks marks, SplitRules rules)
    {
        if (marks.End == marks.Behind || text[marks.End - 1] is ')' or ']')
        {
            return false;
        }

        var at = Characters.SkipWhiteSpace(text, marks.End);
        for (var words = 0; words <= LongestName; words++)
        {
            var word = Nearby.WordAt(text, at);
            if (words > 0 && Speech.Contains(word.TrimEnd(".,:")))
            {
                return true;
            }

            if (word.IsEmpty || !char.IsUpper(word[0]) || (words == 0 && rules.Opens(word)))
            {
                return false;
            }

            at = Characters.SkipWhiteSpace(text, at + word.Length);
        }

        return false;
    }

    private static bool IsInside(string text, int start, int stop, ReadOnlySpan<char> next, SplitRules rules)
    {
        var word = Nearby.WordBefore(text, start, stop);
        if (word.IsEmpty)
        {
            return false;
        }

        if (rules.NeverEnds(word) || (IsNumber(next) && rules.TakesNumbers(word)) || (IsInitial(word) && (stop == start + 1 || IsDottedLetter(next))))
        {
            return true;
        }

        if (rules.HaveTimesOfDay && IsTimeOfDay(word))
        {
            return Days.Contains(next.TrimEnd(",.;)")) || IsBarelyBegun(text.AsSpan(start, stop - start));
        }

        var mayEnd = rules.MayEnd(word) || (IsInitial(word) && !Characters.IsSmall(word[0])) || IsDotted(word) || (rules.HaveOrdinals && IsOrdinal(word) && IsAlone(text, stop, word));
        return mayEnd && !rules.Opens(next);
    }

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsLetter(word[0]);

    /// <summary>The second letter of "J. K. Rowling" and of "z. B.".</summary>
    private static bool IsDottedLetter(ReadOnlySpan<char> next) => next.Length > 1 && char.IsLetter(next[0]) && next[1] == '.';

    private static bool IsNumber(ReadOnlySpan<char> next) => next.Length > 0 && (char.IsDigit(next[0]) || next[0] is '$' or '€' or '£');

    private static bool IsTimeOfDay(ReadOnlySpan<char> word)
    {
        var letters = word.TrimStart("0123456789:.");
        return letters.Equals("a.m", StringComparison.OrdinalIgnoreCase) || letters.Equals("p.m", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBarelyBegun(ReadOnlySpan<char> sentence) => sentence.Length < FewCharacters && Words.Count(sentence) < FewWords;

    /// <summary>"U.S" and "Ph.D", but no address and no number.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        const int LongestPart = 2;
        var letters = 0;
        foreach (var c in word)
        {
            letters = c == '.' && letters > 0 ? 0 : letters + 1;
            if (letters > LongestPart || (letters > 0 && !char.IsLetter(c)))
            {
                return false;
            }
        }

        return letters > 0 && word.Contains('.');
    }

    /// <summary>"AR 750-10" is no ordinal, "-3." is one.</summary>
    private static bool IsAlone(string text, int stop, ReadOnlySpan<char> word) => Nearby.TokenBefore(text, stop).Length <= word.Length + 1;

    private static bool IsOrdinal(ReadOnlySpan<char> word)
    {
        const int LongestNumber = 2;
        const int LongestRoman = 5;
        return word.ContainsAnyExcept("IVX")
            ? word.Length <= LongestNumber && !word.ContainsAnyExceptInRange('0', '9')
            : word.Length <= LongestRoman;
    }
}
