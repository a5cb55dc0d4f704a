using System.Text;
using SummaryBot.Chat;
using SummaryBot.Commands;

namespace SummaryBot.Host.ConsoleChat;

/// <summary>The answer to <c>/summary</c> as plain text.</summary>
public static class PlainCard
{
    public static string Write(SummaryCard card)
    {
        var text = new StringBuilder();
        text.AppendLine(Printable.Of(card.Headline));
        text.AppendLine(string.Join(" · ", Facts(card).OfType<string>()));
        if (card.About is not null)
        {
            text.AppendLine(Printable.Of(card.About));
        }

        foreach (var paragraph in StoryLines.Quotes(card.Quotes))
        {
            text.AppendLine(paragraph);
        }

        text.AppendLine(card.Note);
        if (card.Why.Count > 0)
        {
            text.AppendLine($"Why these sentences? {WhyLines.Legend}");
        }

        foreach (var line in card.Why)
        {
            text.AppendLine(Printable.Of(line));
        }

        return text.ToString();
    }

    private static IEnumerable<string?> Facts(SummaryCard card) =>
    [
        card.Source is null ? null : Printable.Of(card.Source),
        card.PublishedAt is { } published ? StoryLines.Date(published) : null,
        $"{card.WordCount} words",
        $"{card.ReadingMinutes} min read",
        $"{card.ShownCount} of {card.SentenceCount} sentences",
    ];
}
