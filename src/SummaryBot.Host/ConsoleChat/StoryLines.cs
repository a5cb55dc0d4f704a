using System.Globalization;
using SummaryBot.Chat;

namespace SummaryBot.Host.ConsoleChat;

/// <summary>The lines of a story that both ways of showing a message share.</summary>
internal static class StoryLines
{
    private const string Gap = "[…]";

    public static string Headline(int number, StoryBlock story) =>
        $"{number}. {(story.IsUpdate ? StoryBlock.UpdateMark : "")}{Printable.Of(story.Headline)}";

    /// <summary>Quotes as paragraphs: […] stands on a line of its own where sentences were left out, as does what another outlet says.</summary>
    public static IEnumerable<string> Quotes(IEnumerable<Quote> quotes)
    {
        var paragraph = new List<string>();
        foreach (var quote in quotes)
        {
            if ((quote.AfterGap || quote.Credit is not null) && paragraph.Count > 0)
            {
                yield return string.Join(' ', paragraph);
                paragraph.Clear();
            }

            if (quote.AfterGap)
            {
                yield return Gap;
            }

            paragraph.Add(Printable.Of(quote.Text) + (quote.Credit is { } credit ? $" — {Printable.Of(credit)}" : ""));
        }

        if (paragraph.Count > 0)
        {
            yield return string.Join(' ', paragraph);
        }
    }

    public static string Facts(StoryBlock story)
    {
        var parts = new[]
        {
            story.Source is null ? null : Printable.Of(story.Source),
            story.PublishedAt is { } published ? Date(published) : null,
            $"{story.ReadingMinutes} min read",
            story.AlsoText is { } also ? Printable.Of(also) : null,
            story.Why is null ? null : $"why: {Printable.Of(story.Why)}",
        };
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>As the publisher wrote it, with the zone: <c>30 March 2023 15:57 (UTC+04:00)</c>.</summary>
    public static string Date(DateTimeOffset date) =>
        date.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture)
        + (date.Offset == TimeSpan.Zero ? " (UTC)" : date.ToString(" '(UTC'zzz')'", CultureInfo.InvariantCulture));
}
