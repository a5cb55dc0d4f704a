using Spectre.Console;
using Spectre.Console.Rendering;
using SummaryBot.Chat;

namespace SummaryBot.Host.ConsoleChat;

/// <summary>A message drawn for a terminal about as Discord shows the card.</summary>
public static class DrawnMessage
{
    private static readonly Style Headline = new(decoration: Decoration.Bold);
    private static readonly Style Withdrawn = new(decoration: Decoration.Bold | Decoration.Strikethrough);
    private static readonly Style Section = new(decoration: Decoration.Bold | Decoration.Underline);
    private static readonly Style Small = new(Color.Grey);

    public static void Show(ChatMessage message) => AnsiConsole.Write(Draw(message));

    public static IRenderable Draw(ChatMessage message)
    {
        var rows = new List<IRenderable> { new Text(Printable.Of(message.Title), new Style(Color.White, decoration: Decoration.Bold)) };
        rows.AddRange(message.Intro.Select(line => new Text(line)));
        rows.Add(new Rule { Style = Small });
        foreach (var (i, (story, heading)) in message.Stories.Zip(message.Headings).Index())
        {
            if (heading is not null)
            {
                rows.Add(new Text(Printable.Of(heading), Section));
            }

            rows.AddRange(Story(i + 1, story, message.Frame));
        }

        rows.Add(new Rule { Style = Small });
        rows.AddRange(message.SmallPrint.Select(line => new Text(line, Small)));
        return new Panel(new Rows(rows)) { Border = BoxBorder.Heavy, BorderStyle = new Style(new Color(88, 101, 242)), Padding = new Padding(1, 0) };
    }

    private static IEnumerable<IRenderable> Story(int number, StoryBlock story, FrameWords frame)
    {
        yield return new Text(StoryLines.Headline(number, story, strike: "", frame), story.IsWithdrawn ? Withdrawn : Headline);
        foreach (var paragraph in StoryLines.Quotes(story))
        {
            yield return new Text(paragraph);
        }

        yield return new Text(StoryLines.Facts(story, frame), Small);
        if (StoryLines.Address(story) is { } address)
        {
            yield return new Text(address, Small);
        }
    }
}
