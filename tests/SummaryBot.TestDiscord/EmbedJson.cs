using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord;

/// <summary>Embeds as the API gives them back: without what is empty, and pictures by way of Discord's own address.</summary>
internal static class EmbedJson
{
    private static readonly string[] Pictures = ["image", "thumbnail", "video"];

    public static JsonObject Of(JsonObject sent, string messageId)
    {
        var embed = Filled(sent);
        embed["type"] = "rich";
        foreach (var picture in Pictures.Select(name => embed[name]).OfType<JsonObject>().Where(it => it["url"] is not null))
        {
            picture["proxy_url"] = ProxyUrl(messageId);
        }

        foreach (var field in MessageJson.Objects(embed["fields"]))
        {
            field["inline"] ??= false;
        }

        return embed;
    }

    public static string ProxyUrl(string messageId) => $"https://media.example/{messageId}";

    private static JsonObject Filled(JsonObject fields) => new(fields
        .Where(field => field.Value is not null && !(field.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0))
        .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)(field.Value is JsonObject nested ? Filled(nested) : field.Value!.DeepClone()))));
}
