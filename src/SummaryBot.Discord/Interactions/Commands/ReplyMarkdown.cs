using System.Globalization;
using System.Text;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>Writes texts in Discord's markdown; other people's words make none.</summary>
internal static class ReplyMarkdown
{
    /// <summary>Words that follow each other are taken as one: "1" and ". " would be a list together, and the stars of two strong words one markup.</summary>
    public static string Of(ReplyText text)
    {
        var merged = new List<ReplyPart>();
        foreach (var part in text.Parts.Select(Plain).Where(part => part is not ReplyPart.Plain(var words) || Printable.Of(words).Length > 0))
        {
            switch (merged.LastOrDefault(), part)
            {
                case (ReplyPart.Plain(var before), ReplyPart.Plain(var words)):
                    merged[^1] = new ReplyPart.Plain(before + words);
                    break;
                case (ReplyPart.Strong(var before), ReplyPart.Strong(var words)):
                    merged[^1] = new ReplyPart.Strong(before + words);
                    break;
                default:
                    merged.Add(part);
                    break;
            }
        }

        var written = new StringBuilder();
        merged.ForEach(part => written.Append(Of(part, startsLine: string.IsNullOrWhiteSpace(written.ToString()))));
        return written.ToString();
    }

    /// <summary>As <see cref="Of(ReplyText)"/> where that fits; else as many words as do, without their markup.</summary>
    /// <param name="most">UTF-16 units, 20 or more.</param>
    public static string Cut(ReplyText text, int most)
    {
        var whole = Of(text);
        return whole.Length <= most ? whole
            : Enumerable.Range(1, 4).Select(part => DiscordMarkdown.Escape(WordCut.To(text.ToString(), most / part))).FirstOrDefault(cut => cut.Length <= most) ?? "…";
    }

    /// <summary>What shows as words alone: also a link that would pretend to lead elsewhere, and strong nothing.</summary>
    private static ReplyPart Plain(ReplyPart part) => part switch
    {
        ReplyPart.Strong(var words) when string.IsNullOrWhiteSpace(Printable.Of(words)) => new ReplyPart.Plain(words),
        ReplyPart.Link(var label, var address) when !LinkLabel.IsHonest(label, address) => new ReplyPart.Plain(label),
        _ => part,
    };

    private static string Of(ReplyPart part, bool startsLine) => part switch
    {
        ReplyPart.Plain(var words) => DiscordMarkdown.Escape(words, startsLine),
        ReplyPart.Strong(var words) => $"**{DiscordMarkdown.Escape(words, startsLine: false).Trim()}**",
        ReplyPart.Link(var label, var address) => StoryMarkdown.Headline(label, address, link: null),
        ReplyPart.Channel(var id) => ChannelAddress.IsSnowflake(id) ? $"<#{id}>" : DiscordMarkdown.Escape(id),
        ReplyPart.Role(var id) => ChannelAddress.IsSnowflake(id) ? $"<@&{id}>" : DiscordMarkdown.Escape(id),
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
