using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Interactions;

/// <summary>Writes which links of a message have stored articles, and lets the person choose among several.</summary>
internal static class LinksRenderer
{
    private const int MaxAddress = 200;

    /// <param name="stored">None or several.</param>
    /// <param name="missing">Links whose articles are not stored.</param>
    /// <param name="menu">The custom_id of the menu.</param>
    public static JsonObject Render(IReadOnlyList<ArticleChoice> stored, IReadOnlyList<Uri> missing, string menu)
    {
        if (stored.Count == 0 && missing.Count == 0)
        {
            return Say("That message has no links. Choose one with an address that begins with http:// or https://.");
        }

        var texts = new List<JsonNode>();
        if (stored.Count > 0)
        {
            texts.Add(Components.Text($"### {stored.Count} of its links are stored articles\nChoose those to summarize; only you see the answers."));
        }

        if (missing.Count > 0)
        {
            texts.Add(Components.Text(Missing(missing)));
        }

        var components = new JsonArray(Components.Container([.. texts]));
        if (stored.Count > 0)
        {
            components.Add(Components.Row(Menu(stored, menu)));
        }

        return Message(components);
    }

    public static JsonObject Say(string text) => Message([Components.Container([Components.Text(DiscordMarkdown.Escape(text))])]);

    private static string Missing(IReadOnlyList<Uri> missing) => string.Join(
        '\n',
        missing.Select(link => $"- {DiscordMarkdown.Escape(Short(link.AbsoluteUri), startsLine: false)}").Prepend("**Not stored here, so there is no summary:**")
            .Append("-# Whoever runs the bot can add the article: summarybot article import FILE. Then choose the message again."));

    private static string Short(string address) => address.Length <= MaxAddress ? address : $"{address[..(MaxAddress - 1)]}…";

    private static JsonObject Menu(IReadOnlyList<ArticleChoice> stored, string customId) => new()
    {
        ["type"] = 3,
        ["custom_id"] = customId,
        ["placeholder"] = "Summarize…",
        ["min_values"] = 1,
        ["max_values"] = stored.Count,
        ["options"] = new JsonArray([.. stored.Select(choice => new JsonObject { ["label"] = choice.Label, ["value"] = choice.ArticleId })]),
    };

    private static JsonObject Message(JsonArray components) => new()
    {
        ["flags"] = MessageRenderer.IsComponentsV2,
        ["components"] = components,
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
    };
}
