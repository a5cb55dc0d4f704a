using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Rendering;

/// <summary>The text that a message shows, to recognize one that was posted before: Discord trims texts and adds fields of its own.</summary>
internal static class MessageText
{
    public static IReadOnlyList<string> Of(JsonNode message) =>
    [
        .. new[] { Text(message["content"]) }.Where(text => text.Length > 0),
        .. PayloadBudget.Components(message["components"]).Where(component => component.ContainsKey("content")).Select(component => Text(component["content"])),
        .. (message["embeds"] as JsonArray ?? []).SelectMany(embed => new[] { Text(embed?["title"]), Text(embed?["description"]) }),
    ];

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";
}
