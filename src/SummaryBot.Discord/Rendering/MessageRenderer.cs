using System.Text.Json.Nodes;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>Writes an edition as the body of a Discord message: a Components V2 card or a classic embed. Nobody is ever mentioned.</summary>
public static class MessageRenderer
{
    /// <summary>Message flag 1 &lt;&lt; 15: the message is made of components alone.</summary>
    public const int IsComponentsV2 = 1 << 15;

    /// <summary>For both layouts: 4000 characters of a card are the narrower limit, and a description holds 4096.</summary>
    public static ChatLimits Limits { get; } = new(
        MaxCharacters: 4000, DiscordMarkdown.Escaped, MessageOverhead: 20, StoryOverhead: 90, NonceWindow: TimeSpan.FromMinutes(2));

    public static JsonObject Render(ChatMessage message)
    {
        var body = message.Layout == MessageLayout.Cards ? Card(message) : Embed(message);
        body["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() };
        return body;
    }

    private static JsonObject Card(ChatMessage message)
    {
        var components = new JsonArray(Components.Text($"## {DiscordMarkdown.Escape(message.Title)}\n{Lines(message.Intro, "")}"));
        if (message.Stories.Count > 0)
        {
            components.Add(Components.Separator());
            message.Stories.Select((story, i) => Components.Text(StoryMarkdown.Of(story, i + 1))).ToList().ForEach(components.Add);
        }

        if (message.Footnote.Count > 0)
        {
            components.Add(Components.Separator());
            components.Add(Components.Text(Lines(message.Footnote, "-# ")));
        }

        return new JsonObject { ["flags"] = IsComponentsV2, ["components"] = new JsonArray(Components.Container(components)) };
    }

    private static JsonObject Embed(ChatMessage message)
    {
        string[] parts = [Lines(message.Intro, ""), .. message.Stories.Select((story, i) => StoryMarkdown.Of(story, i + 1)), Lines(message.Footnote, "-# ")];
        var embed = new JsonObject
        {
            ["title"] = DiscordMarkdown.Escape(message.Title),
            ["description"] = string.Join('\n', parts.Where(part => part.Length > 0)),
            ["color"] = Components.Accent,
        };
        return new JsonObject { ["embeds"] = new JsonArray(embed) };
    }

    private static string Lines(IEnumerable<string> lines, string mark) =>
        string.Join('\n', lines.Select(line => mark + DiscordMarkdown.Escape(line)));
}
