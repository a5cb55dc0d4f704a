using System.Text.Json.Nodes;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Interactions;

/// <summary>Writes the answers to "Why these?" as Components V2 messages.</summary>
internal static class WhyRenderer
{
    private const int MaxCharacters = 3900;

    /// <param name="lines">As many as fit are shown, from the first on.</param>
    /// <param name="note">Stands below them in small print.</param>
    public static JsonObject Render(string title, IReadOnlyList<string> lines, string note)
    {
        var texts = new List<string> { $"### {title}" };
        var left = MaxCharacters - texts[0].Length - note.Length;
        foreach (var line in lines.Select(line => DiscordMarkdown.Escape(line)).TakeWhile(line => (left -= line.Length + 1) >= 0))
        {
            texts.Add(line);
        }

        var missing = lines.Count - (texts.Count - 1);
        texts.Add($"-# {DiscordMarkdown.Escape(note)}{(missing == 0 ? "" : $" {missing} more do not fit here.")}");
        return new JsonObject
        {
            ["flags"] = MessageRenderer.IsComponentsV2,
            ["components"] = new JsonArray(Components.Container([Components.Text(string.Join('\n', texts))])),
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }
}
