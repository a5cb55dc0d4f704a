using System.Globalization;

namespace SummaryBot.Summarization.Text;

/// <summary>Tells marks that end a sentence from marks inside it.</summary>
internal static class SentenceEnd
{
    /// <summary>"At 5 a.m. Mr. Smith" has only begun; "He left at 6 p.m." is whole.</summary>
    private const int FewWords = 3;
    private const int FewCharacters = 40;

    private const int LongestLetter = 3;
    private const int LongestOrdinal = 2;
    private const int LongestRoman = 5;

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
            ? IsInside(text, start, marks, rules)
            : IsPause(text, start, marks) || IsQuestionOfSpeaker(text, marks, rules));
    }

    private static bool IsPlainStop(string text, in SentenceMarks marks) => text[marks.Start] == '.' && marks.Behind == marks.Start + 1;

    /// <summary>" . . . " and " … " between words, or before the first, are a pause; four dots, or three behind a word, may end a sentence.</summary>
    private static bool IsPause(string text, int start, in SentenceMarks marks)
    {
        if ((marks.Start > start && !char.IsWhiteSpace(text[marks.Start - 1])) || marks.End != marks.Behind)
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

    private static bool IsInside(string text, int start, in SentenceMarks marks, SplitRules rules)
    {
        var stop = marks.Start;
        var opening = Characters.SkipWhiteSpace(text, marks.End);
        var next = Nearby.WordAt(text, NextSentence.FirstLetter(text, opening));
        var word = Nearby.WordBefore(text, start, stop);
        if (word.IsEmpty)
        {
            return false;
        }

        if (rules.NeverEnds(word) || (IsNumber(next) && rules.TakesNumbers(word)) || (IsInitial(word) && (stop == start + 1 || IsDottedLetter(next))))
        {
            return true;
        }

        var isBracket = text[opening] is '(' or '[';
        var before = text.AsSpan(start, stop - start - word.Length);
        if (rules.Dates.Contains(word.TrimStart("0123456789:.")) && (EndsWithNumber(before.TrimEnd()) || char.IsDigit(word[0])))
        {
            return isBracket || Days.Contains(next.TrimEnd(",.;)")) || (HasBarelyBegun(before) && !rules.Opens(next));
        }

        var isAbbreviation = (rules.MayEnd(word) && !IsTitle(next, rules)) || (IsInitial(word) && !Characters.IsSmall(word[0])) || IsDotted(word);
        return (isAbbreviation && (isBracket || !rules.Opens(next))) || (rules.HaveOrdinals && !rules.Opens(next) && IsOrdinal(word, before, rules));
    }

    /// <summary>"Acme Inc. Sen. Wells said": a title opens a sentence behind a name.</summary>
    private static bool IsTitle(ReadOnlySpan<char> next, SplitRules rules) => next.Length > 1 && next[^1] == '.' && rules.NeverEnds(next[..^1]);

    /// <summary>One letter with its marks: "J", "पी".</summary>
    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestLetter || !char.IsLetter(word[0]))
        {
            return false;
        }

        foreach (var c in word[1..])
        {
            if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The second letter of "J. K. Rowling" and of "z. B.".</summary>
    private static bool IsDottedLetter(ReadOnlySpan<char> next) => next.Length > 1 && char.IsLetter(next[0]) && next[1] == '.';

    private static bool IsNumber(ReadOnlySpan<char> next) => next.Length > 0 && (char.IsDigit(next[0]) || next[0] is '$' or '€' or '£');

    private static bool EndsWithNumber(ReadOnlySpan<char> text) => text.Length > 0 && (char.IsDigit(text[^1]) || text[^1] is 'I' or 'V' or 'X');

    private static bool HasBarelyBegun(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length > FewCharacters)
        {
            return false;
        }

        var words = 0;
        for (var at = 0; at < sentence.Length; at++)
        {
            words += char.IsLetter(sentence[at]) && (at == 0 || char.IsWhiteSpace(sentence[at - 1])) ? 1 : 0;
        }

        return words < FewWords;
    }

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

    /// <summary>"Am 3. März", "Friedrich II. ließ", but not "auf Seite 12." or "in AR 750-10.".</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> word, ReadOnlySpan<char> before, SplitRules rules)
    {
        if (!word.ContainsAnyExcept("IVX"))
        {
            return word.Length <= LongestRoman;
        }

        if (word.Length > LongestOrdinal || word.ContainsAnyExceptInRange('0', '9') || (before.Length > 1 && Characters.IsDash(before[^1]) && char.IsLetterOrDigit(before[^2])))
        {
            return false;
        }

        var previous = Nearby.LastWord(before.TrimEnd());
        return !rules.HaveCapitalNouns || previous.IsEmpty || !char.IsUpper(previous[0]) || previous[^1] == ',' || rules.Opens(previous);
    }
}
