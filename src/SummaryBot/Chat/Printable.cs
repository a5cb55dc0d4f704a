using System.Globalization;
using System.Text;

namespace SummaryBot.Chat;

/// <summary>Text from outside, made harmless for any screen: no escape sequences, no reversed direction, nothing invisible.</summary>
/// <remarks>
/// Joiners stay where a script or an emoji needs them. Tag characters go, so the flags of England, Scotland and Wales become black ones.
/// Half a character becomes U+FFFD.
/// </remarks>
public static class Printable
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;
    private const int EmojiStyle = 0xFE0F;

    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        var before = default(Rune);
        for (var at = 0; at < text.Length;)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            at += length;
            if (rune.Value is Joiner or NonJoiner ? Joins(before, text.AsSpan(at)) : IsHarmless(rune))
            {
                result.Append(rune.ToString());
                before = rune;
            }
        }

        return result.ToString();
    }

    /// <summary>Arabic and the scripts of India change a letter before a joiner; between emoji it makes one of two.</summary>
    private static bool Joins(Rune before, ReadOnlySpan<char> behind)
    {
        _ = Rune.DecodeFromUtf16(behind, out var next, out _);
        return IsJoiningScript(before.Value) || (IsEmoji(before) && IsEmoji(next));
    }

    private static bool IsJoiningScript(int value) =>
        value is (>= 0x0590 and < 0x10A0) or (>= 0x1780 and < 0x1C80) or (>= 0xA800 and < 0xAC00) or (>= 0x10A00 and < 0x12000) or (>= 0x1E900 and < 0x1EF00);

    private static bool IsEmoji(Rune rune) =>
        rune.Value == EmojiStyle || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol;

    private static bool IsHarmless(Rune rune) => !IsBlank(rune.Value) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Letters and marks that show nothing: grapheme joiner, fillers of Hangul and Khmer, and the empty Braille pattern.</summary>
    private static bool IsBlank(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;
}
