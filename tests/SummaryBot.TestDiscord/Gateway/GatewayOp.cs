using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>Opcodes: <see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway"/>.</summary>
internal static class GatewayOp
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;

    /// <summary>Presence update, voice state update, request guild members, request soundboard sounds: known, and without effect here.</summary>
    public static bool IsOther(int op) => op is 3 or 4 or 8 or 31;

    public static byte[] Of(int op, JsonNode? data) =>
        System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null }.ToJsonString());
}
