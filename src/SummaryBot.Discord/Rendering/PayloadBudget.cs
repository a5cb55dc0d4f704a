using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Rendering;

/// <summary>Counts a message as Discord does: UTF-16 units after trimming, all text of a message together, nested components too.</summary>
/// <remarks><see href="https://discord.com/developers/docs/resources/message"/>, <see href="https://discord.com/developers/docs/components/reference"/></remarks>
internal static class PayloadBudget
{
    public const int MaxContent = 2000;
    public const int MaxComponents = 40;

    /// <summary>Over all text displays of a message; addresses of links count.</summary>
    public const int MaxComponentText = 4000;

    private const int MaxEmbedTitle = 256;
    private const int MaxEmbedDescription = 4096;
    private const int MaxEmbedFooter = 2048;
    private const int MaxEmbedAuthor = 256;
    private const int MaxEmbedText = 6000;

    public static int Length(string text) => text.Trim().Length;

    /// <summary>All text displays together.</summary>
    public static int TextOf(IEnumerable<string> displays) => displays.Sum(Length);

    /// <summary>Whether Discord takes the body as far as its size goes.</summary>
    public static bool Fits(JsonObject body)
    {
        var components = Components(body["components"]).ToList();
        var embeds = (body["embeds"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return Length(body["content"]) <= MaxContent
            && components.Count <= MaxComponents
            && components.Sum(component => Length(component["content"])) <= MaxComponentText
            && embeds.Sum(Text) <= MaxEmbedText
            && embeds.TrueForAll(Fit);
    }

    /// <summary>Every component, nested ones and accessories too.</summary>
    public static IEnumerable<JsonObject> Components(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>().SelectMany(component =>
        new[] { component }.Concat(Components(component["components"])).Concat(component["accessory"] is JsonObject accessory ? [accessory] : []));

    private static bool Fit(JsonObject embed) =>
        Length(embed["title"]) <= MaxEmbedTitle && Length(embed["description"]) <= MaxEmbedDescription
        && Length(embed["footer"]?["text"]) <= MaxEmbedFooter && Length(embed["author"]?["name"]) <= MaxEmbedAuthor;

    private static int Text(JsonObject embed) =>
        Length(embed["title"]) + Length(embed["description"]) + Length(embed["footer"]?["text"]) + Length(embed["author"]?["name"]);

    private static int Length(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? Length(text) : 0;
}
