using System.Text.Json.Nodes;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests.Feedback;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Interactions;

/// <summary>Writes the answers to "Useful" and "Not useful".</summary>
internal static class FeedbackRenderer
{
    private const int MaxLabel = 100;

    /// <summary>Lets the person choose one story of an edition.</summary>
    /// <param name="stories">1 to 25 with their numbers; each has an article and an outlet.</param>
    /// <param name="menu">The custom_id of the menu.</param>
    public static JsonObject Ask(bool useful, IReadOnlyList<(int Number, StoryBlock Story)> stories, string menu)
    {
        var text = $"### {(useful ? FeedbackText.WhichUseful : FeedbackText.WhichNotUseful)}\n-# {DiscordMarkdown.Escape(FeedbackText.Rule)}";
        return Message(Components.Text(text), new JsonObject
        {
            ["type"] = 3,
            ["custom_id"] = menu,
            ["placeholder"] = "Choose a story…",
            ["options"] = new JsonArray([.. stories.Select(it => Option(it.Number, it.Story))]),
        });
    }

    /// <param name="takeBack">The custom_id of the button that takes it back; null for none.</param>
    public static JsonObject Say(string text, string? takeBack) =>
        Message(Components.Text(DiscordMarkdown.Escape(text)), takeBack is null ? null : Components.Button("Take it back", takeBack));

    /// <summary>Discord reads no markdown in a menu.</summary>
    private static JsonObject Option(int number, StoryBlock story)
    {
        var option = new JsonObject { ["label"] = WordCut.To($"{number}. {Printable.Of(story.Headline)}", MaxLabel), ["value"] = story.ArticleId };
        if (Printable.Of(story.Source!).Trim() is { Length: > 0 } outlet)
        {
            option["description"] = WordCut.To(outlet, MaxLabel);
        }

        return option;
    }

    private static JsonObject Message(JsonNode text, JsonNode? below)
    {
        var components = new JsonArray(Components.Container([text]));
        if (below is not null)
        {
            components.Add(Components.Row(below));
        }

        return new JsonObject
        {
            ["flags"] = MessageRenderer.IsComponentsV2,
            ["components"] = components,
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }
}
