using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>Writes texts in Discord's markdown; other people's words make none.</summary>
internal static class ReplyMarkdown
{
    public static string Of(ReplyText text) => string.Concat(Joined(text.Parts).Select((part, i) => Of(part, startsLine: i == 0)));

    /// <summary>As <see cref="Of(ReplyText)"/> where that fits; else as many words as do, without their markup.</summary>
    /// <param name="most">UTF-16 units, 10 or more.</param>
    public static string Cut(ReplyText text, int most)
    {
        var whole = Of(text);
        return whole.Length <= most ? whole : Enumerable.Range(1, 6).Select(part => DiscordMarkdown.Escape(WordCut.To(text.ToString(), most / part))).FirstOrDefault(cut => cut.Length <= most) ?? "…";
    }

    private static string Of(ReplyPart part, bool startsLine) => part switch
    {
        ReplyPart.Plain(var words) => DiscordMarkdown.Escape(words, startsLine),
        ReplyPart.Strong(var words) => $"**{DiscordMarkdown.Escape(words, startsLine: false)}**",
        ReplyPart.Link(var label, var address) => StoryMarkdown.Headline(label, address, link: null),
        ReplyPart.Channel(var id) => ChannelAddress.IsSnowflake(id) ? $"<#{id}>" : DiscordMarkdown.Escape(id, startsLine),
        ReplyPart.Role(var id) => ChannelAddress.IsSnowflake(id) ? $"<@&{id}>" : DiscordMarkdown.Escape(id, startsLine),
        ReplyPart.Time(var at, var style) => $"<t:{at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}:{Letter(style)}>",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Plain words that follow each other are one: what a number and a point make at the start of a line is seen in both together.</summary>
    private static List<ReplyPart> Joined(IEnumerable<ReplyPart> parts)
    {
        var joined = new List<ReplyPart>();
        foreach (var part in parts)
        {
            if (part is ReplyPart.Plain(var words) && joined is [.., ReplyPart.Plain(var before)])
            {
                joined[^1] = new ReplyPart.Plain(before + words);
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    private static char Letter(TimeStyle style) => style switch
    {
        TimeStyle.Date => 'D',
        TimeStyle.TimeOfDay => 't',
        TimeStyle.Relative => 'R',
        _ => 'f',
    };
}
