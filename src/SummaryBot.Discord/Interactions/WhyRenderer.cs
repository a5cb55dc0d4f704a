using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Interactions;

/// <summary>Writes the answer to "Why these?" as a Components V2 message.</summary>
public static class WhyRenderer
{
    private const int MaxCharacters = 3900;

    public static JsonObject Render(SummaryCard card)
    {
        var texts = new List<string> { "### Why these sentences?" };
        var left = MaxCharacters - texts[0].Length - WhyLines.Legend.Length;
        foreach (var line in card.Why.Select(line => DiscordMarkdown.Escape(line)).TakeWhile(line => (left -= line.Length + 1) >= 0))
        {
            texts.Add(line);
        }

        var missing = card.Why.Count - (texts.Count - 1);
        texts.Add($"-# {DiscordMarkdown.Escape(WhyLines.Legend)}{(missing == 0 ? "" : $" {missing} more do not fit here.")}");
        return new JsonObject
        {
            ["flags"] = MessageRenderer.IsComponentsV2,
            ["components"] = new JsonArray(Components.Container([Components.Text(string.Join('\n', texts))])),
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }
}
