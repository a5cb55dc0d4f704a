using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>What Discord shows without markup: names of buttons, options and fields.</summary>
internal static class Label
{
    private const string Nothing = "-";

    /// <summary>On one line, cut at a word, and never empty, which Discord does not take.</summary>
    public static string Of(string text, int most)
    {
        var line = string.Join(' ', Printable.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? Nothing : WordCut.To(line, most);
    }

    /// <summary>As <see cref="Of"/>; null where there is nothing to show.</summary>
    public static string? OrNull(string? text, int most) => string.IsNullOrWhiteSpace(text) || Of(text, most) is Nothing ? null : Of(text, most);
}
