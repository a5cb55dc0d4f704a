using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Rendering;

/// <summary>Components as Discord's document numbers them.</summary>
/// <remarks><see href="https://discord.com/developers/docs/components/reference"/></remarks>
internal static class Components
{
    public const int Accent = 0x5865F2;

    public static JsonNode Container(JsonArray components, int accent = Accent) =>
        new JsonObject { ["type"] = 17, ["accent_color"] = accent, ["components"] = components };

    public static JsonNode Text(string content) => new JsonObject { ["type"] = 10, ["content"] = content };

    public static JsonNode Separator() => new JsonObject { ["type"] = 14, ["divider"] = true, ["spacing"] = 1 };

    /// <summary>A text with a small picture at its right side.</summary>
    /// <param name="description">What the picture shows, for those who do not see it.</param>
    public static JsonNode TextWithPicture(string content, Uri picture, string description) => new JsonObject
    {
        ["type"] = 9,
        ["components"] = new JsonArray(Text(content)),
        ["accessory"] = new JsonObject { ["type"] = 11, ["media"] = new JsonObject { ["url"] = picture.AbsoluteUri }, ["description"] = description },
    };

    /// <summary>A picture over the whole width.</summary>
    /// <param name="description">What it shows, for those who do not see it: 1 to 1024 characters.</param>
    public static JsonNode Gallery(Uri picture, string description) => new JsonObject
    {
        ["type"] = 12,
        ["items"] = new JsonArray(new JsonObject { ["media"] = new JsonObject { ["url"] = picture.AbsoluteUri }, ["description"] = description }),
    };

    public static JsonNode Row(params JsonNode[] buttons) => new JsonObject { ["type"] = 1, ["components"] = new JsonArray(buttons) };

    public static JsonNode Button(string label, string customId, bool disabled = false) =>
        new JsonObject { ["type"] = 2, ["style"] = 2, ["label"] = label, ["custom_id"] = customId, ["disabled"] = disabled };

    public static JsonNode Link(string label, Uri url) =>
        new JsonObject { ["type"] = 2, ["style"] = 5, ["label"] = label, ["url"] = url.AbsoluteUri };
}
