using System.Text;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Archive;

/// <summary>Text of a message as one line that every document can hold: white space as single spaces, nothing invisible, no character that XML 1.0 forbids.</summary>
internal static class PlainLine
{
    public static string Of(string text)
    {
        var line = Printable.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var result = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (!IsNoncharacter(rune.Value))
            {
                result.Append(rune.ToString());
            }
        }

        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The last two of each plane, and 32 of the first: <see href="https://www.unicode.org/faq/private_use.html#noncharacters"/>.</summary>
    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
