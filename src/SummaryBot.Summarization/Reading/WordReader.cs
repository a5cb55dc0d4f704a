using System.Globalization;

namespace SummaryBot.Summarization.Reading;

/// <summary>Reads the words of a sentence one after another; an apostrophe or a hyphen between letters belongs to its word.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the word starts, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>Where the word ends (exclusive).</summary>
    public int End { get; private set; }

    public readonly ReadOnlySpan<char> Word => _text[Start..End];

    /// <summary>The word up to its apostrophe: "he" of "he's".</summary>
    public readonly ReadOnlySpan<char> Stem => Word.IndexOfAny('\'', '’') is var at and > 0 ? Word[..at] : Word;

    /// <summary>Whether it is written as names are: a capital first, and longer than "I".</summary>
    public readonly bool IsCapitalized => Stem.Length > 1 && char.IsUpper(_text[Start]);

    public bool Next()
    {
        Start = End;
        while (Start < _text.Length && !IsPart(_text[Start]))
        {
            Start++;
        }

        End = Start;
        while (End < _text.Length && (IsPart(_text[End]) || Joins(End)))
        {
            End++;
        }

        return End > Start;
    }

    private readonly bool Joins(int at) =>
        _text[at] is '\'' or '’' or '-' && at > Start && at + 1 < _text.Length && IsPart(_text[at + 1]);

    private static bool IsPart(char c) => c < 128
        ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
