using System.Text;
using SummaryBot.Chat;
using SummaryBot.Commands;
using SummaryBot.Language;

namespace SummaryBot.Host.ConsoleChat;

/// <summary>The answer to <c>/summary</c> as plain text.</summary>
public static class PlainCard
{
    public static string Write(SummaryCard card) => Write(card, Words.English);

    public static string Write(SummaryCard card, Words words)
    {
        var text = new StringBuilder();
        text.AppendLine(Printable.Of(card.Headline));
        text.AppendLine(string.Join(" · ", Facts(card, words).OfType<string>()));
        if (CardText.About(card, words) is { } about)
        {
            text.AppendLine(Printable.Of(about));
        }

        foreach (var paragraph in StoryLines.Quotes(card.Quotes))
        {
            text.AppendLine(paragraph);
        }

        text.AppendLine(CardText.Note(card, words));
        if (card.Why is { } why)
        {
            text.AppendLine(string.Join(' ', words.Plain("card.whyTitle"), words.Plain("card.whyLegend")));
            WhyLines.Of(why, words).ToList().ForEach(line => text.AppendLine(Printable.Of(line)));
        }

        return text.ToString();
    }

    private static IEnumerable<string?> Facts(SummaryCard card, Words words) =>
    [
        card.Source is null ? null : Printable.Of(card.Source),
        card.PublishedAt is { } published ? StoryLines.Date(published) : null,
        .. CardText.Figures(card, card.ShownCount, words),
    ];
}
