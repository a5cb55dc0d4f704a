using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Rendering;

/// <summary>Writes an edition as bodies of Discord messages. Nobody is mentioned but the role that was asked for, and that one in the first message alone.</summary>
public static class MessageRenderer
{
    /// <summary>Message flag 1 &lt;&lt; 15: the message is made of components alone.</summary>
    public const int IsComponentsV2 = 1 << 15;

    /// <summary>
    /// For every layout, so that each shows the same: 4000 characters of a card are narrower than the 4096 of a description, and plain text, of which a message
    /// holds 2000, goes on in the next message between two stories.
    /// </summary>
    public static ChatLimits Limits { get; } = new(
        MaxCharacters: 4000, DiscordMarkdown.Escaped, MessageOverhead: 20, StoryOverhead: 66, NonceWindow: TimeSpan.FromMinutes(2));

    /// <param name="buttons">Stand with their menu below an edition, but not in a plain layout; null for none.</param>
    /// <param name="like">A message with as many stories, whose place it takes: it is parted where that one is; null where it is new.</param>
    /// <returns>One body; of a plain layout one or more, in their order.</returns>
    public static IReadOnlyList<JsonObject> Render(ChatMessage message, EditionButtons? buttons = null, ChatMessage? like = null)
    {
        var rows = buttons?.RowsOf(message) ?? [];
        IReadOnlyList<JsonObject> bodies = message.Layout switch
        {
            MessageLayout.Cards => [CardLayout.Render(message, rows)],
            MessageLayout.Compact => [EmbedLayout.Render(message, rows)],
            _ => PlainLayout.Render(message, like),
        };
        for (var i = 0; i < bodies.Count; i++)
        {
            bodies[i]["allowed_mentions"] = Allowed(i == 0 ? message.Posting?.MentionRole : null);
        }

        return bodies;
    }

    /// <summary>The mention of the role, or nothing.</summary>
    internal static string? Mention(ChatMessage message) => message.Posting?.MentionRole is { } role ? $"<@&{role}>" : null;

    /// <summary>The digest's title, where the message has one, with the brand's name above it and what is inside below.</summary>
    internal static string Heading(ChatMessage message, bool withTitle = true)
    {
        var lines = new List<string>();
        if (message.Posting?.Brand?.Name is { } name && withTitle)
        {
            lines.Add($"-# {DiscordMarkdown.Escape(name)}");
        }

        if (message.Title.Length > 0 && withTitle)
        {
            lines.Add($"## {DiscordMarkdown.Escape(message.Title, startsLine: false)}");
        }

        return string.Join('\n', lines.Concat(message.Intro.Select(line => DiscordMarkdown.Escape(line))));
    }

    /// <summary>Each with the heading of the section that it begins. A story of an edition is numbered; one that stands alone is not.</summary>
    internal static IEnumerable<string> Stories(ChatMessage message) =>
        message.Stories.Zip(message.Headings).Select((it, i) =>
            (it.Second is { } heading ? StoryMarkdown.Heading(heading) : "") + StoryMarkdown.Of(it.First, message.Title.Length > 0 ? i + 1 : null, message.Frame));

    internal static string Footnote(ChatMessage message, bool withFooter = true) => string.Join('\n', message.SmallPrint
        .Concat(withFooter && message.Posting?.Brand?.Footer is { } footer ? [footer] : [])
        .Select(line => $"-# {DiscordMarkdown.Escape(line)}"));

    private static JsonObject Allowed(string? role)
    {
        var allowed = new JsonObject { ["parse"] = new JsonArray() };
        if (role is not null)
        {
            allowed["roles"] = new JsonArray(role);
        }

        return allowed;
    }
}
