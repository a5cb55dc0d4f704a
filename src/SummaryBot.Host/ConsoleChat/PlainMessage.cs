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
        foreach (var story in message.Stories)
        {
            text.AppendLine().AppendLine(StoryLines.Headline(++number, story));
            foreach (var paragraph in StoryLines.Quotes(story.Quotes))
            {
                text.AppendLine(paragraph);
            }

            text.AppendLine(StoryLines.Facts(story));
            if (story.Url is { } url)
            {
                text.AppendLine(url.AbsoluteUri);
            }
        }

        text.AppendLine();
        message.Footnote.ToList().ForEach(line => text.AppendLine(line));
        return text.ToString();
    }
}
