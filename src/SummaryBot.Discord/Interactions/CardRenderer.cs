using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Discord.Rendering;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary>Writes the answer to <c>/summary</c> as a Components V2 message. Sentences are shown whole or not at all.</summary>
public static class CardRenderer
{
    private const int MaxCharacters = 4000;
    private const int MaxUrl = 512;

    /// <param name="userId">Who may click its buttons.</param>
    public static JsonObject Render(SummaryCard card, string userId)
    {
        var shown = card.Quotes.Count;
        var texts = Texts(card, shown);
        while (shown > 0 && texts.Sum(text => text.Length) > MaxCharacters)
        {
            texts = Texts(card, --shown);
        }

        var components = new JsonArray(Components.Container(new JsonArray([.. texts.Select(Components.Text)])));
        if (Buttons(card, userId) is { Count: > 0 } buttons)
        {
            components.Add(Components.Row([.. buttons]));
        }

        return new JsonObject
        {
            ["flags"] = MessageRenderer.IsComponentsV2,
            ["components"] = components,
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    private static List<string> Texts(SummaryCard card, int shown)
    {
        var texts = new List<string> { $"### {StoryMarkdown.Headline(card.Headline, card.Url)}\n-# {string.Join(" · ", Facts(card, shown).OfType<string>())}" };
        if (StoryMarkdown.Quotes(card.Quotes.Take(shown)).TrimStart('\n') is { Length: > 0 } quotes)
        {
            texts.Add(quotes);
        }

        var missing = card.Quotes.Count - shown;
        texts.Add(missing == 0 ? $"-# {DiscordMarkdown.Escape(card.Note)}" : $"-# {missing} more {(missing == 1 ? "sentence does" : "sentences do")} not fit here.");
        return texts;
    }

    private static IEnumerable<string?> Facts(SummaryCard card, int shown) =>
    [
        card.Source is null ? null : DiscordMarkdown.Escape(card.Source),
        card.PublishedAt is { } published ? StoryMarkdown.Time(published) : null,
        $"{card.WordCount} words",
        $"{card.ReadingMinutes} min read",
        $"{card.ShownCount - card.Quotes.Count + shown} of {card.SentenceCount} sentences",
    ];

    private static List<JsonNode> Buttons(SummaryCard card, string userId)
    {
        var buttons = new List<JsonNode>();
        if (card.Url is { } url && url.AbsoluteUri.Length <= MaxUrl)
        {
            buttons.Add(Components.Link("Open article", url));
        }

        if (card.Length is { } length)
        {
            buttons.Add(Button("Shorter", length - 1));
            buttons.Add(Button("Longer", length + 1));
        }

        return buttons;

        JsonNode Button(string label, SummaryLength other)
        {
            var isThere = Enum.IsDefined(other);
            var asked = new SummaryButton(card.ArticleId, isThere ? other : length, userId);
            return Components.Button(label, isThere ? asked.CustomId : $"{asked.CustomId}:{label}", disabled: !isThere);
        }
    }
}
