using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SummaryBot.TestDiscord;

/// <summary>Messages as the API gives them.</summary>
/// <remarks><see href="https://discord.com/developers/docs/resources/message#message-object"/></remarks>
internal static class MessageJson
{
    private const int Kept = 4 | 4096 | Rules.MessageRules.IsComponentsV2;
    private static readonly Regex User = new("<@!?(?<id>[0-9]+)>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Role = new("<@&(?<id>[0-9]+)>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static JsonObject Of(Message message, World world, bool withNonce)
    {
        var body = message.Body;
        var flags = (body["flags"] is JsonValue value && value.TryGetValue<int>(out var bits) ? bits & Kept : 0)
            | message.Flags | (message.OnlyFor is null ? 0 : 64) | (message.IsLoading ? 128 : 0);
        var pinged = string.Join(' ', message.Pinged);
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["type"] = 0,
            ["channel_id"] = message.ChannelId,
            ["author"] = message.Author?.DeepClone() ?? world.Bot(),
            ["content"] = (body["content"] as JsonValue)?.GetValue<string>().Trim() ?? "",
            ["timestamp"] = Time(message.At),
            ["edited_timestamp"] = message.EditedAt is { } edited ? Time(edited) : null,
            ["tts"] = false,
            ["mention_everyone"] = pinged.Contains("@everyone", StringComparison.Ordinal) || pinged.Contains("@here", StringComparison.Ordinal),
            ["mentions"] = new JsonArray([.. Ids(User, pinged).Select(id => (JsonNode)(id == world.ApplicationId ? world.Bot() : world.Person(id)))]),
            ["mention_roles"] = new JsonArray([.. Ids(Role, pinged).Select(id => (JsonNode)id)]),
            ["attachments"] = Attachments(message),
            ["embeds"] = new JsonArray([.. Objects(Trimmed(body["embeds"])).Select(embed => (JsonNode)EmbedJson.Of(embed, message.Id))]),
            ["components"] = ComponentJson.Of(Trimmed(body["components"]), message.Id),
            ["pinned"] = false,
            ["flags"] = flags,
        };
        if (message.Author is { } author && world.Webhooks.ContainsKey(author["id"]!.GetValue<string>()))
        {
            json["webhook_id"] = author["id"]!.DeepClone();
        }

        if ((message.Flags & Message.HasThread) != 0 && world.Channels.TryGetValue(message.Id, out var thread))
        {
            json["thread"] = thread.ToJson(world.GuildId);
        }

        if (withNonce && message.Nonce is not null)
        {
            json["nonce"] = message.Nonce;
        }

        return json;
    }

    private static JsonArray Attachments(Message message) => new([.. Objects(message.Body["attachments"]).Select((file, i) => (JsonNode)new JsonObject
    {
        ["id"] = (ulong.Parse(message.Id, CultureInfo.InvariantCulture) + (ulong)i + 1).ToString(CultureInfo.InvariantCulture),
        ["filename"] = file["filename"]?.DeepClone() ?? "file",
        ["size"] = file["size"]?.DeepClone() ?? 0,
        ["url"] = $"https://cdn.example/{message.Id}/{i}",
        ["proxy_url"] = $"https://media.example/{message.Id}/{i}",
    })]);

    public static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Ids(Regex mention, string text) =>
        mention.Matches(text).Select(match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal);

    /// <summary>Discord trims every text that it keeps.</summary>
    private static JsonNode? Trimmed(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Trimmed(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Trimmed)]),
        JsonValue value when value.TryGetValue<string>(out var text) => text.Trim(),
        null => null,
        _ => node.DeepClone(),
    };
}
