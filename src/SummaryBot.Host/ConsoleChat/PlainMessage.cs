using System.Text;
using SummaryBot.Chat;

namespace SummaryBot.Host.ConsoleChat;

/// <summary>A message as plain text, for a pipe or a file.</summary>
public static class PlainMessage
{
    public static string Write(ChatMessage message)
    {
        var text = new StringBuilder();
        text.AppendLine(Printable.Of(message.Title));
        message.Intro.ToList().ForEach(line => text.AppendLine(line));
        var number = 0;
        foreach (var (story, heading) in message.Stories.Zip(message.Headings))
        {
            if (heading is not null)
            {
                text.AppendLine().AppendLine(Printable.Of(heading));
            }

            text.AppendLine().AppendLine(StoryLines.Headline(++number, story, strike: "~~", message.Frame));
            foreach (var paragraph in StoryLines.Quotes(story))
            {
                text.AppendLine(paragraph);
            }

            text.AppendLine(StoryLines.Facts(story, message.Frame));
            if (StoryLines.Address(story) is { } address)
            {
                text.AppendLine(address);
            }
        }

        text.AppendLine();
        message.SmallPrint.ToList().ForEach(line => text.AppendLine(line));
        return text.ToString();
    }
}
