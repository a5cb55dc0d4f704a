using System.Globalization;
using SummaryBot.Chat;

namespace SummaryBot.Host.ConsoleChat;

/// <summary>The lines of a story that both ways of showing a message share.</summary>
internal static class StoryLines
{
    private const string Gap = "[…]";

    /// <param name="strike">What stands on both sides of a headline that is struck through.</param>
    /// <param name="frame">The words around it.</param>
    public static string Headline(int number, StoryBlock story, string strike, FrameWords frame)
    {
        var mark = story.IsWithdrawn ? strike : "";
        return $"{number}. {(story.IsUpdate ? frame.UpdateMark : "")}{mark}{Printable.Of(story.Headline)}{mark}";
    }

    /// <summary>The quotes as paragraphs; none of what was withdrawn.</summary>
    public static IEnumerable<string> Quotes(StoryBlock story) => story.IsWithdrawn ? [] : Quotes(story.Quotes);

    /// <summary>Where to read on; null where there is no such page.</summary>
    public static string? Address(StoryBlock story) => story.IsWithdrawn ? null : story.Url?.AbsoluteUri;

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

    /// <param name="frame">The words around it.</param>
    public static string Facts(StoryBlock story, FrameWords frame)
    {
        string?[] whose = [story.Source is null ? null : Printable.Of(story.Source), story.PublishedAt is { } published ? frame.DateTime(published) : null];
        string?[] more = story.IsWithdrawn ? [frame.WithdrawnNote] :
        [
            frame.MinRead(story.ReadingMinutes),
            frame.Also(story) is { } also ? Printable.Of(also) : null,
            frame.FirstShown(story) is { } earlier ? Printable.Of(earlier) + (story.Earlier!.Link is { } link ? $" ({link.AbsoluteUri})" : "") : null,
            story.Why is null ? null : frame.Why(Printable.Of(story.Why)),
        ];
        return string.Join(" · ", whose.Concat(more).OfType<string>());
    }

    /// <summary>As the publisher wrote it, with the zone: <c>30 March 2023 15:57 (UTC+04:00)</c>.</summary>
    public static string Date(DateTimeOffset date) =>
        date.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture)
        + (date.Offset == TimeSpan.Zero ? " (UTC)" : date.ToString(" '(UTC'zzz')'", CultureInfo.InvariantCulture));
}
