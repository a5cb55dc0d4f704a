using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Gateway;

/// <summary>What the bot says to the gateway.</summary>
internal static class GatewayPayload
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;

    /// <summary>Guilds alone: no members, no messages, nothing that fills memory.</summary>
    private const int Intents = 1;

    public static JsonObject Beat(int? sequence) => new() { ["op"] = Heartbeat, ["d"] = sequence };

    public static JsonObject Identify(string token, ShardId shard) => new()
    {
        ["op"] = 2,
        ["d"] = new JsonObject
        {
            ["token"] = token,
            ["intents"] = Intents,
            ["shard"] = new JsonArray(shard.Index, shard.Count),
            ["properties"] = new JsonObject { ["os"] = Environment.OSVersion.Platform.ToString(), ["browser"] = "SummaryBot", ["device"] = "SummaryBot" },
        },
    };

    public static JsonObject Resume(string token, GatewaySession session) => new()
    {
        ["op"] = 6,
        ["d"] = new JsonObject { ["token"] = token, ["session_id"] = session.Id, ["seq"] = session.Sequence },
    };
}
