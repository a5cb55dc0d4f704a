using System.Text;

namespace SummaryBot.Digests.Archive;

/// <summary>Writes text so that CommonMark reads it as text: <see href="https://spec.commonmark.org/0.31.2/#backslash-escapes"/>.</summary>
internal static class MarkdownText
{
    /// <summary>What can begin or end markup inside a line, here or in the extensions that are usual.</summary>
    private const string Special = "\\`*_[]<>&~|#$^@!{}";

    /// <param name="line">One line.</param>
    public static string Escape(string line)
    {
        var result = new StringBuilder(line.Length + 8);
        var opening = OpeningAt(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (i == opening || Special.Contains(line[i], StringComparison.Ordinal) || BeginsLink(line, i))
            {
                result.Append('\\');
            }

            result.Append(line[i]);
        }

        return result.ToString();
    }

    /// <summary>An address to stand between &lt; and &gt;, where entities are read.</summary>
    public static string Address(Uri address) => PlainAddress.Of(address).Replace("&", "&amp;", StringComparison.Ordinal);

    /// <summary>The sign at the start of a line that could make it a list, a heading or a rule; -1 where there is none.</summary>
    private static int OpeningAt(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits < line.Length && (digits == 0 ? line[0] is '-' or '+' or '=' or ':' : line[digits] is '.' or ')') ? digits : -1;
    }

    /// <summary>The sign without which no reader makes a link of an address that is written out.</summary>
    private static bool BeginsLink(string line, int i) =>
        (line[i] == ':' && line.AsSpan(i + 1).StartsWith("//", StringComparison.Ordinal))
        || (line[i] == '.' && i >= 3 && line.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
}
