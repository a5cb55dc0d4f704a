using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Gateway;

/// <summary>What is needed to go on after a break: the session's id, the last event seen, where to come back to.</summary>
internal sealed class GatewaySession
{
    public string? Id { get; private set; }

    /// <summary>The last event's number; null before the first.</summary>
    public int? Sequence { get; private set; }

    public Uri? ResumeAddress { get; private set; }

    public bool CanResume => Id is not null && Sequence is not null && ResumeAddress is not null;

    public void Saw(JsonObject payload)
    {
        Sequence = Number(payload["s"]) ?? Sequence;
        if (Text(payload["t"]) is "READY" && payload["d"] is JsonObject ready)
        {
            Id = Text(ready["session_id"]);
            ResumeAddress = SocketAddress(ready["resume_gateway_url"]);
        }
    }

    public void Forget() => (Id, Sequence, ResumeAddress) = (null, null, null);

    /// <summary>Null where it is no address of a WebSocket.</summary>
    internal static Uri? SocketAddress(JsonNode? node) =>
        Uri.TryCreate(Text(node), UriKind.Absolute, out var address) && address.Scheme is "wss" or "ws" ? address : null;

    internal static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
