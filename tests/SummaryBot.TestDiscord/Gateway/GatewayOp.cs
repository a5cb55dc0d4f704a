using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>Opcodes: <see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway"/>.</summary>
internal static class GatewayOp
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int PresenceUpdate = 3;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;

    public static JsonObject Of(int op, JsonNode? data) => new() { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null };
}
