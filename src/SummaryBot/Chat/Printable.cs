using System.Globalization;
using System.Text;

namespace SummaryBot.Chat;

/// <summary>Text from outside, made harmless for any screen: no escape sequences, no reversed direction, nothing invisible.</summary>
public static class Printable
{
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHarmless(rune))
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D, // joiners, which scripts and emoji need
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };
}
