using System.Buffers;

namespace SummaryBot.Summarization.Reading;

/// <summary>Tells what a quotation mark does where it stands.</summary>
internal static class QuotationMark
{
    public static SearchValues<char> Any { get; } = SearchValues.Create("\"“”„«»‹›「」『』'‘’`");

    /// <summary>The mark's pair as one number, 0 for no mark; ambiguous marks belong to the pair that they can open.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the mark stands; moves to its last character, as '' and `` have two.</param>
    public static (Role Role, char Pair) Read(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        var isDouble = text[at] is '\'' or '`' && at + 1 < text.Length && text[at + 1] == text[at];
        at += isDouble ? 1 : 0;
        var before = start == 0 ? ' ' : text[start - 1];
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[start] switch
        {
            '`' => (isDouble ? Role.Opens : Role.None, '"'),
            '\'' when isDouble => (Straight(before, after), '"'),
            '"' => (Straight(before, after), '"'),
            '\'' => (Single(text, start, before, after), '\''),
            '‘' => (char.IsAsciiDigit(after) ? Role.None : Role.Opens, '\''),
            '’' => (Closing(before, after), '\''),
            '“' => (char.IsWhiteSpace(after) || (!char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after)) ? Role.Closes : Role.Opens, '“'),
            '”' => (Role.Closes, '“'),
            '„' => (Role.Opens, '“'),
            '«' => (Angle(before, after, opens: true), '«'),
            '»' => (Angle(before, after, opens: false), '«'),
            '‹' => (Role.Opens, '‹'),
            '›' => (Role.Closes, '‹'),
            '「' or '『' => (Role.Opens, text[start]),
            '」' => (Role.Closes, '「'),
            '』' => (Role.Closes, '『'),
            _ => (Role.None, '\0'),
        };
    }

    private static Role Straight(char before, char after)
    {
        var opens = IsLeft(before) && !char.IsWhiteSpace(after);
        var closes = !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
        return opens == closes ? Role.Either : opens ? Role.Opens : Role.Closes;
    }

    /// <summary>Inside and behind words it is an apostrophe, and before 'em and '90s too.</summary>
    private static Role Single(ReadOnlySpan<char> text, int at, char before, char after)
    {
        if (IsLeft(before) && !char.IsWhiteSpace(after))
        {
            var word = text[(at + 1)..Math.Min(text.Length, at + 7)];
            return char.IsAsciiDigit(after) || IsElision(word) ? Role.None : Role.Opens;
        }

        return Closing(before, after);
    }

    private static Role Closing(char before, char after) =>
        !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after) ? Role.Closes : Role.None;

    /// <summary>Some languages write »so«, with the marks turned.</summary>
    private static Role Angle(char before, char after, bool opens)
    {
        var touchesLeft = char.IsWhiteSpace(before) && char.IsLetterOrDigit(after);
        var touchesRight = !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
        return touchesLeft ? Role.Opens : touchesRight ? Role.Closes : opens ? Role.Opens : Role.Closes;
    }

    private static bool IsLeft(char before) =>
        char.IsWhiteSpace(before)
        || before is '(' or '[' or '-' or '–' or '—' or '"' or '“' or '‘' or '\'' or '/' or ')' or ':' or '¿' or '¡';

    private static bool IsElision(ReadOnlySpan<char> word)
    {
        foreach (var elision in (ReadOnlySpan<string>)["em", "til", "tis", "twas", "cause", "n", "bout", "cos", "round"])
        {
            if (word.StartsWith(elision, StringComparison.OrdinalIgnoreCase) && (word.Length == elision.Length || !char.IsLetter(word[elision.Length])))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What a quotation mark can do.</summary>
internal enum Role
{
    None,
    Opens,
    Closes,
    Either,
}
