using System.Text.Json.Nodes;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Interactions;

/// <summary>What a person asks of the bot.</summary>
/// <param name="Token">A secret for 15 minutes; part of addresses, never of a log.</param>
/// <param name="Name">The command's name; empty for a button.</param>
/// <param name="CustomId">The button's; empty for a command.</param>
internal sealed record Interaction(
    string Id,
    string ApplicationId,
    string Token,
    int Type,
    string UserId,
    string Name,
    string CustomId,
    JsonObject Options,
    string? Focused)
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;

    /// <summary>Whether it was answered, so that an error goes into that answer.</summary>
    public bool IsDeferred { get; set; }

    /// <summary>Reads an INTERACTION_CREATE; null where it is none that can be answered.</summary>
    public static Interaction? TryRead(JsonObject data)
    {
        var (id, application, token) = (Id64(data["id"]), Id64(data["application_id"]), GatewaySession.Text(data["token"]));
        var user = Id64((data["member"]?["user"] ?? data["user"])?["id"]);
        if (id is null || application is null || token is null || user is null || GatewaySession.Number(data["type"]) is not { } type || data["data"] is not JsonObject asked)
        {
            return null;
        }

        var options = (asked["options"] as JsonArray ?? []).OfType<JsonObject>().Where(option => GatewaySession.Text(option["name"]) is not null).ToList();
        return new Interaction(
            id,
            application,
            Uri.EscapeDataString(token),
            type,
            user,
            GatewaySession.Text(asked["name"]) ?? "",
            GatewaySession.Text(asked["custom_id"]) ?? "",
            new JsonObject(
                options.Select(option => KeyValuePair.Create(GatewaySession.Text(option["name"])!, option["value"]?.DeepClone()))),
            options.Find(option => option["focused"] is JsonValue value && value.TryGetValue<bool>(out var focused) && focused)?["name"]?.GetValue<string>());
    }

    /// <summary>The name stays out of a log, and the token too.</summary>
    public override string ToString() => $"interaction {Id}";

    private static string? Id64(JsonNode? node) => GatewaySession.Text(node) is { } text && ulong.TryParse(text, out _) ? text : null;
}
