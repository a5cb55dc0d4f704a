using SummaryBot.Commands;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions;

/// <summary>Writes the answer to <c>/summary</c> as text displays. Sentences are shown whole or not at all.</summary>
internal static class CardRenderer
{
    /// <summary>Text displays, in the fullest shape that fits into a message.</summary>
    public static IReadOnlyList<string> Texts(SummaryCard card, Words words) =>
        Shapes(card).Select(shape => Texts(shape.Card, shape.Shown, words)).First(texts => PayloadBudget.TextOf(texts) <= PayloadBudget.MaxComponentText);

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

    private static List<string> Texts(SummaryCard card, int shown, Words words)
    {
        var texts = new List<string> { $"### {StoryMarkdown.Headline(card.Headline, card.Url, card.HeadlineLink)}\n-# {string.Join(" · ", Facts(card, shown, words).OfType<string>())}" };
        if (CardText.About(card, words) is { } about)
        {
            texts.Add($"**{DiscordMarkdown.Escape(about)}**");
        }

        if (StoryMarkdown.Quotes(card.Quotes.Take(shown)).TrimStart('\n') is { Length: > 0 } quotes)
        {
            texts.Add(quotes);
        }

        var missing = card.Quotes.Count - shown;
        texts.Add($"-# {DiscordMarkdown.Escape(missing == 0 ? CardText.Note(card, words) : words.Plain("card.missing", ("count", missing)))}");
        return texts;
    }

    private static IEnumerable<string?> Facts(SummaryCard card, int shown, Words words) =>
    [
        card.Source is null ? null : DiscordMarkdown.Escape(card.Source),
        card.PublishedAt is { } published ? StoryMarkdown.Time(published) : null,
        .. CardText.Figures(card, card.ShownCount - card.Quotes.Count + shown, words).Select(figure => DiscordMarkdown.Escape(figure, startsLine: false)),
    ];
}
