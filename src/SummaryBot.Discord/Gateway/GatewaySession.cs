using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Gateway;

/// <summary>What is needed to go on after a break: the session's id, the last event seen, where to come back to.</summary>
internal sealed class GatewaySession
{
    private readonly SeenEvents _seen = new();

    public string? Id { get; private set; }

    /// <summary>The number of the last event before which none is missing; null before the first.</summary>
    public int? Sequence => _seen.Last;

    public Uri? ResumeAddress { get; private set; }

    public bool CanResume => Id is not null && Sequence is not null && ResumeAddress is not null;

    /// <summary>Whether an event comes for the first time.</summary>
    public bool IsNew(JsonObject payload) => Text(payload["t"]) is "READY" || Number(payload["s"]) is not { } sequence || _seen.IsNew(sequence);

    public void Saw(JsonObject payload)
    {
        if (Number(payload["s"]) is not { } sequence)
        {
            return;
        }

        switch (Text(payload["t"]))
        {
            case "READY":
                _seen.Start(sequence);
                Id = Text(payload["d"]?["session_id"]);
                ResumeAddress = SocketAddress(payload["d"]?["resume_gateway_url"]);
                break;
            case "RESUMED":
                _seen.AddAllTo(sequence);
                break;
            default:
                _seen.Add(sequence);
                break;
        }
    }

    public void Forget()
    {
        (Id, ResumeAddress) = (null, null);
        _seen.Clear();
    }

    /// <summary>Null where it is no address of a WebSocket.</summary>
    internal static Uri? SocketAddress(JsonNode? node) =>
        Uri.TryCreate(Text(node), UriKind.Absolute, out var address) && address.Scheme is "wss" or "ws" ? address : null;

    internal static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
