using System.Text.Json.Nodes;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>An edition as a classic embed. It shows no pictures: an embed has room for one, far below the story that it belongs to.</summary>
internal static class EmbedLayout
{
    public static JsonObject Render(ChatMessage message, IReadOnlyList<JsonNode> rows)
    {
        string[] blocks = [MessageRenderer.Heading(message, withTitle: false), .. MessageRenderer.Stories(message), MessageRenderer.Footnote(message, withFooter: false)];
        var brand = message.Posting?.Brand;
        var embed = new JsonObject
        {
            ["description"] = string.Join("\n\n", blocks.Where(block => block.Length > 0)),
            ["color"] = brand?.Color ?? Components.Accent,
        };
        if (message.Title.Length > 0)
        {
            embed["title"] = DiscordMarkdown.Escape(message.Title);
        }

        if (brand is { Name: not null } or { Avatar: not null })
        {
            embed["author"] = Author(brand);
        }

        if (brand?.Footer is { } footer)
        {
            embed["footer"] = new JsonObject { ["text"] = Printable.Of(footer) }; // no markdown is read there
        }

        var body = new JsonObject { ["embeds"] = new JsonArray(embed) };
        if (MessageRenderer.Mention(message) is { } mention)
        {
            body["content"] = mention;
        }

        if (rows.Count > 0)
        {
            body["components"] = new JsonArray([.. rows]);
        }

        return body;
    }

    /// <summary>A picture is shown beside a name alone.</summary>
    private static JsonObject Author(Brand brand)
    {
        var author = new JsonObject { ["name"] = Printable.Of(brand.Name ?? "News") };
        if (brand.Avatar is { } avatar)
        {
            author["icon_url"] = avatar.AbsoluteUri;
        }

        return author;
    }
}
