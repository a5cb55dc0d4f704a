using System.Text;

namespace SummaryBot.Discord.Rendering;

/// <summary>Text from outside in Discord's markdown: it is shown as it is and can make neither markup nor a mention nor a link with another face.</summary>
public static class DiscordMarkdown
{
    /// <summary>Characters that get a backslash wherever they stand.</summary>
    public const string Escaped = "\\*_~`|[]<>#";

    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (Escaped.Contains(c, StringComparison.Ordinal))
            {
                result.Append('\\');
            }

            result.Append(c);
        }

        return result.ToString();
    }
}
