using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Interactions;

/// <summary>Writes the answer to <c>/summary</c> as a Components V2 message. Sentences are shown whole or not at all.</summary>
public static class CardRenderer
{
    public static JsonObject Render(SummaryCard card, CardButtons buttons)
    {
        ArgumentNullException.ThrowIfNull(buttons);
        var components = new JsonArray(Components.Container(new JsonArray([.. Texts(card).Select(Components.Text)])));
        if (buttons.Of(card) is { Count: > 0 } row)
        {
            components.Add(Components.Row([.. row]));
        }

        return new JsonObject
        {
            ["flags"] = MessageRenderer.IsComponentsV2,
            ["components"] = components,
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    /// <summary>Text displays, in the fullest shape that fits into a message.</summary>
    internal static IReadOnlyList<string> Texts(SummaryCard card) =>
        Shapes(card).Select(shape => Texts(shape.Card, shape.Shown)).First(texts => PayloadBudget.TextOf(texts) <= PayloadBudget.MaxComponentText);

    /// <summary>The card as it is and in ever shorter shapes: links to single sentences go first, then sentences, the last ones first, then the link of the headline.</summary>
    private static IEnumerable<(SummaryCard Card, int Shown)> Shapes(SummaryCard card)
    {
        var all = card.Quotes.Count;
        for (var linked = all; linked >= 0; linked--)
        {
            yield return (card with { Quotes = [.. card.Quotes.Select((quote, i) => i < linked ? quote : quote with { Link = null })] }, all);
        }

        var plain = card with { Quotes = [.. card.Quotes.Select(quote => quote with { Link = null })], HeadlineLink = null };
        for (var shown = all - 1; shown >= 0; shown--)
        {
            yield return (plain, shown);
        }

        yield return (plain with { Url = null }, 0);
    }

    private static List<string> Texts(SummaryCard card, int shown)
    {
        var texts = new List<string> { $"### {StoryMarkdown.Headline(card.Headline, card.Url, card.HeadlineLink)}\n-# {string.Join(" · ", Facts(card, shown).OfType<string>())}" };
        if (card.About is { } about)
        {
            texts.Add($"**{DiscordMarkdown.Escape(about)}**");
        }

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
}
