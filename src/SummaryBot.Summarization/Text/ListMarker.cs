using System.Globalization;
using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Text;

/// <summary>What a list item starts with: a bullet, <c>1.</c>, <c>1.)</c>, <c>a.</c>, <c>(a)</c>, <c>iv)</c>, or a bullet with one of these.</summary>
/// <param name="Bullet">The bullet, or nothing (<c>'\0'</c>).</param>
/// <param name="Number">Where the number or letter stands; empty where a bullet stands alone.</param>
/// <param name="End">Behind the marker; where the text was looked at, if there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ListMarker(char Bullet, TextSpan Number, int End)
{
    private const int LongestNumber = 4;

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    public bool Exists => Bullet != '\0' || Number.Length > 0;

    public static ListMarker At(string text, int start)
    {
        if (start == text.Length || !(Characters.IsBullet(text[start]) || Characters.IsDash(text[start])))
        {
            return NumberAt(text, start);
        }

        var after = start + 1;
        while (after < text.Length && Characters.IsSpace(text[after]))
        {
            after++;
        }

        var number = NumberAt(text, after);
        return number.Exists ? number with { Bullet = text[start] }
            : after > start + 1 ? new ListMarker(text[start], default, after) : new ListMarker('\0', default, start);
    }

    /// <summary>Whether the other one is the next of the same list. A dash or an asterisk marks an item at the start of a line alone.</summary>
    public bool IsBefore(in ListMarker other, string text) =>
        Bullet == other.Bullet && (Number.Length, other.Number.Length) switch
        {
            (0, 0) => Exists && Bullet != '*' && !Characters.IsDash(Bullet),
            (0, _) or (_, 0) => false,
            _ => Marks(text).SequenceEqual(other.Marks(text)) && Follows(Digits(text), other.Digits(text)),
        };

    private static ListMarker NumberAt(string text, int start)
    {
        var from = start < text.Length && text[start] == '(' ? start + 1 : start;
        var to = from;
        while (to < text.Length && to - from < LongestNumber && (char.IsAsciiDigit(text[to]) || IsLetter(text[to])))
        {
            to++;
        }

        var end = to;
        while (to > from && end < text.Length && end - to < 2 && text[end] is '.' or ')')
        {
            end++;
        }

        var isMarker = end > to && end < text.Length && Characters.IsSpace(text[end]) && IsNumber(text.AsSpan(from, to - from))
            && (from == start || text[end - 1] == ')');
        return isMarker ? new ListMarker('\0', new TextSpan(from, to), end) : new ListMarker('\0', default, start);
    }

    private static bool IsLetter(char c) => char.IsAsciiLetterLower(c);

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        (text.Length < LongestNumber && !text.ContainsAnyExceptInRange('0', '9')) || (text.Length == 1 && IsLetter(text[0])) || RomanValue(text) >= 0;

    private static bool Follows(ReadOnlySpan<char> number, ReadOnlySpan<char> next)
    {
        if (int.TryParse(number, CultureInfo.InvariantCulture, out var value))
        {
            return int.TryParse(next, CultureInfo.InvariantCulture, out var nextValue) && nextValue == value + 1;
        }

        var isNextLetter = number.Length == 1 && next.Length == 1 && next[0] == number[0] + 1;
        return isNextLetter || (RomanValue(number) is var roman and >= 0 && RomanValue(next) == roman + 1);
    }

    private static int RomanValue(ReadOnlySpan<char> text)
    {
        for (var value = 0; value < Roman.Length; value++)
        {
            if (text.SequenceEqual(Roman[value]))
            {
                return value;
            }
        }

        return -1;
    }

    private ReadOnlySpan<char> Digits(string text) => text.AsSpan(Number.Start, Number.Length);

    private ReadOnlySpan<char> Marks(string text) => text.AsSpan(Number.End, End - Number.End);
}
