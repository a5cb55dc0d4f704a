using System.Text;
using System.Text.RegularExpressions;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>Text from outside in Discord's markdown: it is shown as it is and can make neither markup nor a mention, a time, an emoji, an invitation, nor a link with another face.</summary>
/// <remarks><see href="https://support.discord.com/hc/en-us/articles/210298617"/></remarks>
public static partial class DiscordMarkdown
{
    /// <summary>Characters that get a backslash wherever they stand. A slash is among them because an address needs no scheme to be an invitation: discord.gg/…</summary>
    public const string Escaped = "\\*_~`|[]()<>#@:/";

    /// <param name="text">One line, or a part of one.</param>
    /// <param name="startsLine">Whether it stands at the start of a line.</param>
    /// <returns>It grows by one character for each of <see cref="Escaped"/>, and one more where it would start a list.</returns>
    public static string Escape(string text, bool startsLine = true)
    {
        var printable = Printable.Of(text);
        var list = startsLine ? ListMark().Match(printable) : Match.Empty;
        var escapedAt = list.Success ? list.Groups["mark"].Index : -1;
        var result = new StringBuilder(printable.Length + 16);
        for (var i = 0; i < printable.Length; i++)
        {
            if (i == escapedAt || Escaped.Contains(printable[i], StringComparison.Ordinal))
            {
                result.Append('\\');
            }

            result.Append(printable[i]);
        }

        return result.ToString();
    }

    /// <summary>What makes a list, or small print, at the start of a line: a bullet, or the full stop behind a number.</summary>
    [GeneratedRegex(@"^\s*((?<mark>[-+])|[0-9]+(?<mark>\.))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListMark();
}
