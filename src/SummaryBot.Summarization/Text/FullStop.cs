using System.Globalization;

namespace SummaryBot.Summarization.Text;

/// <summary>One full stop behind a word, and before something that could open a sentence.</summary>
internal readonly ref struct FullStop
{
    /// <summary>"At 5 a.m. Mr. Smith" has only begun; "He left at 6 p.m." is whole.</summary>
    private const int FewWords = 3;
    private const int FewCharacters = 40;

    private const int LongestLetter = 3;
    private const int LongestPart = 2;
    private const int LongestOrdinal = 2;
    private const int LongestRoman = 5;

    private static readonly WordSet Days = new("""
        monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
        est gmt bst edt pst pdt cet utc et eastern pacific central
        """);

    private ReadOnlySpan<char> Before { get; init; }

    private ReadOnlySpan<char> Word { get; init; }

    private ReadOnlySpan<char> Next { get; init; }

    private bool IsBeforeBracket { get; init; }

    public static FullStop At(string text, int start, in SentenceMarks marks)
    {
        var word = Nearby.WordBefore(text, start, marks.Start);
        var opening = Characters.SkipWhiteSpace(text, marks.End);
        return new FullStop
        {
            Before = text.AsSpan(start, marks.Start - start - word.Length),
            Word = word,
            Next = Nearby.WordAt(text, NextSentence.FirstLetter(text, opening)),
            IsBeforeBracket = text[opening] is '(' or '[',
        };
    }

    /// <summary>Whether the sentence goes on behind it.</summary>
    public bool IsInside(SplitRules rules)
    {
        if (Word.IsEmpty)
        {
            return false;
        }

        if ((IsInitial() && (Before.IsEmpty || IsBeforeInitial())) || rules.NeverEnds(Word) || (IsBeforeNumber() && rules.TakesNumbers(Word)))
        {
            return true;
        }

        var opens = rules.Opens(Next);
        if (IsDate(rules))
        {
            return IsBeforeBracket || Days.Contains(Next.TrimEnd(",.;)")) || (HasBarelyBegun() && !opens);
        }

        return IsAbbreviation(rules) ? IsBeforeBracket || !opens : !opens && rules.HaveOrdinals && IsOrdinal(rules);
    }

    private bool IsBeforeNumber() => Next.Length > 0 && (char.IsDigit(Next[0]) || Next[0] is '$' or '€' or '£');

    /// <summary>As in "J. K. Rowling" and "z. B.".</summary>
    private bool IsBeforeInitial() => Next.Length > 1 && char.IsLetter(Next[0]) && Next[1] == '.';

    /// <summary>"Acme Inc. Sen. Wells said": a title opens a sentence behind a name.</summary>
    private bool IsBeforeTitle(SplitRules rules) => Next.Length > 1 && Next[^1] == '.' && rules.NeverEnds(Next[..^1]);

    private bool IsAbbreviation(SplitRules rules) =>
        (rules.MayEnd(Word) && !IsBeforeTitle(rules)) || (IsInitial() && !Characters.IsSmall(Word[0])) || IsDotted();

    /// <summary>One letter with its marks: "J", "पी".</summary>
    private bool IsInitial()
    {
        if (Word.Length > LongestLetter || !char.IsLetter(Word[0]))
        {
            return false;
        }

        foreach (var c in Word[1..])
        {
            if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"U.S" and "Ph.D", but no address and no number.</summary>
    private bool IsDotted()
    {
        var letters = 0;
        foreach (var c in Word)
        {
            letters = c == '.' && letters > 0 ? 0 : letters + 1;
            if (letters > LongestPart || (letters > 0 && !char.IsLetter(c)))
            {
                return false;
            }
        }

        return letters > 0 && Word.Contains('.');
    }

    /// <summary>"5 p.m", "5p.m", "2003 г", "XIX в".</summary>
    private bool IsDate(SplitRules rules)
    {
        var number = Before.TrimEnd();
        var hasNumber = char.IsDigit(Word[0]) || (number.Length > 0 && (char.IsDigit(number[^1]) || number[^1] is 'I' or 'V' or 'X'));
        return hasNumber && rules.Dates.Contains(Word.TrimStart("0123456789:."));
    }

    private bool HasBarelyBegun()
    {
        var words = 0;
        for (var at = 0; at < Math.Min(Before.Length, FewCharacters); at++)
        {
            words += char.IsLetter(Before[at]) && (at == 0 || char.IsWhiteSpace(Before[at - 1])) ? 1 : 0;
        }

        return Before.Length <= FewCharacters && words < FewWords;
    }

    /// <summary>"Am 3. März", "Friedrich II. ließ", but not "auf Seite 12." or "in AR 750-10.".</summary>
    private bool IsOrdinal(SplitRules rules)
    {
        if (!Word.ContainsAnyExcept("IVX"))
        {
            return Word.Length <= LongestRoman;
        }

        var isPartOfCode = Before.Length > 1 && Characters.IsDash(Before[^1]) && char.IsLetterOrDigit(Before[^2]);
        if (isPartOfCode || Word.Length > LongestOrdinal || Word.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var previous = Nearby.LastWord(Before.TrimEnd());
        return !rules.HaveCapitalNouns || previous.IsEmpty || !char.IsUpper(previous[0]) || previous[^1] == ',' || rules.Opens(previous);
    }
}
