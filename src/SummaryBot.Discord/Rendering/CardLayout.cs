using System.Text.Json.Nodes;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>An edition as a Components V2 message: one text for each story, so that a phone shows them over its whole width.</summary>
internal static class CardLayout
{
    /// <param name="rows">What stands below.</param>
    public static JsonObject Render(ChatMessage message, IReadOnlyList<JsonNode> rows)
    {
        var card = new JsonArray();
        var pictures = new List<(JsonNode Story, StoryPicture? Picture)>();
        if (MessageRenderer.Heading(message) is { Length: > 0 } heading)
        {
            card.Add(Heading(heading, message.Posting?.Brand));
        }

        if (message.Stories.Count > 0)
        {
            AddLine(card);
            foreach (var (text, story) in MessageRenderer.Stories(message).Zip(message.Stories))
            {
                var shown = Components.Text(text);
                card.Add(shown);
                pictures.Add((shown, story.IsWithdrawn ? null : story.Picture));
            }
        }

        if (MessageRenderer.Footnote(message) is { Length: > 0 } footnote)
        {
            AddLine(card);
            card.Add(Components.Text(footnote));
        }

        var container = Components.Container(card, message.Posting?.Brand?.Color ?? Components.Accent);
        var mention = MessageRenderer.Mention(message) is { } role ? Components.Text(role) : null;
        var components = new JsonArray([.. new[] { mention, container }.OfType<JsonNode>(), .. rows]);
        AddPictures(card, pictures, PayloadBudget.MaxComponents - PayloadBudget.Components(components).Count());
        return new JsonObject { ["flags"] = MessageRenderer.IsComponentsV2, ["components"] = components };
    }

    /// <summary>Each below its story; where there are more than a message holds, those of the first stories.</summary>
    private static void AddPictures(JsonArray card, IEnumerable<(JsonNode Story, StoryPicture? Picture)> pictures, int room)
    {
        foreach (var (story, picture) in pictures.Where(it => it.Picture is not null).Take(room))
        {
            card.Insert(card.IndexOf(story) + 1, Components.Gallery(picture!.Url, picture.Alt));
        }
    }

    private static JsonNode Heading(string text, Brand? brand) =>
        brand?.Avatar is { } picture ? Components.TextWithPicture(text, picture, $"Picture of {brand.Name ?? "the digest"}") : Components.Text(text);

    private static void AddLine(JsonArray card)
    {
        if (card.Count > 0)
        {
            card.Add(Components.Separator());
        }
    }
}
