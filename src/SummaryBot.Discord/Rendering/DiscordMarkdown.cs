using System.Text;
using System.Text.RegularExpressions;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>Text from outside in Discord's markdown: it is shown as it is and can make neither markup nor a mention nor a link with another face.</summary>
/// <remarks><see href="https://support.discord.com/hc/en-us/articles/210298617"/></remarks>
public static partial class DiscordMarkdown
{
    /// <summary>Characters that get a backslash wherever they stand.</summary>
    public const string Escaped = "\\*_~`|[]()<>#@:";

    /// <param name="text">One line, or a part of one.</param>
    /// <param name="startsLine">Whether it stands at the start of a line.</param>
    /// <returns>It grows by one character for each of <see cref="Escaped"/>, and one more where it would start a list.</returns>
    public static string Escape(string text, bool startsLine = true)
    {
        var printable = Printable.Of(text);
        var result = new StringBuilder(printable.Length + 16);
        foreach (var c in printable)
        {
            if (Escaped.Contains(c, StringComparison.Ordinal))
            {
                result.Append('\\');
            }

            result.Append(c);
        }

        var mark = ListMark().Match(printable);
        if (startsLine && mark.Success)
        {
            EscapeListMark(result, mark.Value);
        }

        return result.ToString();
    }

    /// <summary>A backslash goes before a bullet, and before the full stop behind a number.</summary>
    private static void EscapeListMark(StringBuilder line, string mark)
    {
        if (!char.IsAsciiDigit(mark[0]))
        {
            line.Insert(0, '\\');
        }
        else if (line.Length > mark.Length && line[mark.Length] == '.')
        {
            line.Insert(mark.Length, '\\');
        }
    }

    /// <summary>What makes a list at the start of a line.</summary>
    [GeneratedRegex(@"^([-+]|[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListMark();
}
