using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Events of the gateway. Discord's document describes none, but the messages, channels, members and roles in them are those of the API.</summary>
/// <remarks><see href="https://discord.com/developers/docs/events/gateway-events"/>, <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object"/></remarks>
internal static class EventRules
{
    private static readonly string[] OfInteraction =
    [
        "id", "application_id", "type", "data", "channel_id", "channel", "token", "version", "app_permissions", "locale", "entitlements",
        "authorizing_integration_owners", "context", "attachment_size_limit",
    ];

    public static IEnumerable<BodyError> Check(string name, JsonObject data) => name switch
    {
        "MESSAGE_CREATE" or "MESSAGE_UPDATE" => BodyRules.Committed.CheckRule("MessageResponse", data),
        "MESSAGE_DELETE" => Missing(data, "id", "channel_id"),
        "CHANNEL_CREATE" or "CHANNEL_UPDATE" => BodyRules.Committed.CheckRule("GuildChannelResponse", data),
        "INTERACTION_CREATE" => CheckInteraction(data),
        _ => [],
    };

    private static IEnumerable<BodyError> CheckInteraction(JsonObject data)
    {
        var isInServer = data["context"]?.GetValue<int>() == 0;
        var errors = Missing(data, OfInteraction)
            .Concat(isInServer ? Missing(data, "guild_id", "member") : Missing(data, "user"))
            .Concat(isInServer
                ? Under("member", BodyRules.Committed.CheckRule("GuildMemberResponse", data["member"]))
                : Under("user", BodyRules.Committed.CheckRule("UserResponse", data["user"])))
            .Concat(Under("channel", BodyRules.Committed.CheckRule(ChannelRule(data["channel"], isInServer), data["channel"])));
        errors = data["type"]?.GetValue<int>() == 3 ? errors.Concat(Missing(data, "message")) : errors;
        errors = data["message"] is { } message ? errors.Concat(Under("message", BodyRules.Committed.CheckRule("MessageResponse", message))) : errors;
        return data["data"]?["resolved"]?["messages"] is not JsonObject messages ? errors
            : errors.Concat(messages.SelectMany(it => Under($"data.resolved.messages.{it.Key}", BodyRules.Committed.CheckRule("MessageResponse", it.Value))));
    }

    private static string ChannelRule(JsonNode? channel, bool isInServer) => !isInServer ? "PrivateChannelResponse"
        : channel?["type"]?.GetValue<int>() is 10 or 11 or 12 ? "ThreadResponse"
        : "GuildChannelResponse";

    private static IEnumerable<BodyError> Missing(JsonObject data, params IEnumerable<string> fields) =>
        fields.Where(field => !data.ContainsKey(field)).Select(field => new BodyError(field, "BASE_TYPE_REQUIRED", "This field is required"));

    private static IEnumerable<BodyError> Under(string path, IEnumerable<BodyError> errors) =>
        errors.Select(error => error with { Path = error.Path.Length == 0 ? path : $"{path}.{error.Path}" });
}
