using System.Text;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>The parts of a story, and of one article's summary, in Discord's markdown.</summary>
internal static class StoryMarkdown
{
    private const string Untitled = "Untitled";
    private const string Gap = "[…]";

    /// <summary>Small enough to leave the sentence before it text to read, and a link that can lead nowhere but to the article.</summary>
    private const string Arrow = "↗";

    /// <summary>A digest's story: headline, sentences, small print.</summary>
    /// <param name="number">1 for the first; null where it stands alone.</param>
    /// <param name="frame">The words around it.</param>
    public static string Of(StoryBlock story, int? number, FrameWords frame)
    {
        var mark = (number is null ? "" : $"{number}. ") + (story.IsUpdate ? frame.UpdateMark : "");
        var (headline, quotes, facts) = story.IsWithdrawn
            ? ($"~~{Words(story.Headline)}~~", "", WithdrawnFacts(story, frame))
            : (Headline(story.Headline, story.Url), Quotes(story.Quotes), Facts(story, frame));
        return $"**{mark}{headline}**{quotes}\n-# {string.Join(" · ", facts.OfType<string>())}";
    }

    /// <summary>The heading of a section, on a line of its own.</summary>
    public static string Heading(string section) => $"### {Words(section)}\n";

    /// <summary>The headline as a link, or plain where its own words look like another address.</summary>
    /// <param name="link">Where in the article it leads; to its beginning unless told.</param>
    public static string Headline(string headline, Uri? url, string? link = null) =>
        url is not null && LinkLabel.IsHonest(headline, url)
            ? $"[{Words(headline)}]({Address(link ?? url.AbsoluteUri)})"
            : Words(headline);

    /// <summary>It stands behind other markup, and is never empty, which would show as brackets or stars.</summary>
    private static string Words(string headline) =>
        DiscordMarkdown.Escape(headline, startsLine: false) is { } words && !string.IsNullOrWhiteSpace(words) ? words : Untitled;

    /// <summary>
    /// Sentences on a line of their own below what is there, each with an arrow behind it that leads to it in the article; […] stands on its own line
    /// where some were left out, and what another outlet says on a line of its own with its name below.
    /// </summary>
    public static string Quotes(IEnumerable<Quote> quotes)
    {
        var text = new StringBuilder();
        var startsLine = true;
        foreach (var quote in quotes)
        {
            text.Append(quote.AfterGap ? $"\n{Gap}\n" : text.Length == 0 || quote.Credit is not null ? "\n" : " ");
            startsLine |= quote.AfterGap || quote.Credit is not null;
            var shown = DiscordMarkdown.Escape(quote.Text, startsLine) + (quote.Link is { } link ? $" [{Arrow}]({Address(link)})" : "");
            text.Append(shown);
            startsLine &= string.IsNullOrWhiteSpace(shown); // a sentence of nothing but invisible characters leaves the line to the next one
            text.Append(quote.Credit is { } credit ? $"\n-# — {DiscordMarkdown.Escape(credit, startsLine: false)}" : "");
        }

        return text.ToString();
    }

    /// <summary>Shown to each reader in his own zone.</summary>
    public static string Time(DateTimeOffset time) => $"<t:{time.ToUnixTimeSeconds()}:f>";

    private static IEnumerable<string?> Facts(StoryBlock story, FrameWords frame) =>
    [
        story.Source is null ? null : DiscordMarkdown.Escape(story.Source),
        story.PublishedAt is { } published ? Time(published) : null,
        frame.MinRead(story.ReadingMinutes),
        frame.Also(story) is { } also ? DiscordMarkdown.Escape(also, startsLine: false) : null,
        frame.FirstShown(story) is { } earlier ? Linked(DiscordMarkdown.Escape(earlier, startsLine: false), story.Earlier!.Link) : null,
        story.Why is null ? null : frame.Why(DiscordMarkdown.Escape(story.Why)),
    ];

    private static IEnumerable<string?> WithdrawnFacts(StoryBlock story, FrameWords frame) =>
    [
        story.Source is null ? null : DiscordMarkdown.Escape(story.Source),
        story.PublishedAt is { } published ? Time(published) : null,
        frame.WithdrawnNote,
    ];

    private static string Linked(string words, Uri? link) => link is null ? words : $"[{words}]({Address(link.AbsoluteUri)})";

    /// <summary>A parenthesis would end the link.</summary>
    private static string Address(string address) =>
        address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
}
