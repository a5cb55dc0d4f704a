using System.Globalization;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Archive;

/// <summary>Takes an edition apart into paragraphs, the same for every kind of document. No link leads into a chat, and no picture is loaded from anywhere.</summary>
internal static class EditionParts
{
    private const string Gap = "[…]";

    public static IEnumerable<EditionPart> Of(ChatMessage message)
    {
        var parts = new List<EditionPart> { new(PartKind.Title, PlainLine.Of(message.Title)) };
        parts.AddRange(Lines(message.Intro));
        foreach (var (i, (story, heading)) in message.Stories.Zip(message.Headings).Index())
        {
            if (heading is not null)
            {
                parts.Add(new EditionPart(PartKind.Section, PlainLine.Of(heading)));
            }

            parts.AddRange(Story(i + 1, story, message.Frame));
        }

        return parts.Concat(Lines(message.SmallPrint));
    }

    private static IEnumerable<EditionPart> Lines(IEnumerable<string> lines) => lines.Select(line => new EditionPart(PartKind.Line, PlainLine.Of(line)));

    private static IEnumerable<EditionPart> Story(int number, StoryBlock story, FrameWords frame) =>
    [
        new EditionPart(PartKind.Headline, PlainLine.Of(story.Headline))
        {
            Prefix = $"{number.ToString(CultureInfo.InvariantCulture)}. {(story.IsUpdate ? frame.UpdateMark : "")}",
            Link = story.IsWithdrawn ? null : story.Url,
            IsStruck = story.IsWithdrawn,
        },
        .. story.IsWithdrawn ? [] : story.Quotes.Select(Quote),
        new EditionPart(PartKind.Line, string.Join(" · ", Facts(story, frame).OfType<string>().Select(PlainLine.Of).Where(fact => fact.Length > 0))),
    ];

    private static EditionPart Quote(Quote quote) => new(
        PartKind.Quote, PlainLine.Of($"{(quote.AfterGap ? $"{Gap} " : "")}{quote.Text}{(quote.Credit is { } credit ? $" — {credit}" : "")}"));

    private static IEnumerable<string?> Facts(StoryBlock story, FrameWords frame)
    {
        string?[] whose = [story.Source, story.PublishedAt is { } published ? frame.DateTime(published) : null];
        return whose.Concat(story.IsWithdrawn ? [frame.WithdrawnNote] :
        [
            frame.MinRead(story.ReadingMinutes),
            frame.Also(story),
            frame.FirstShown(story),
            story.Why is { } why ? frame.Why(why) : null,
        ]);
    }
}
