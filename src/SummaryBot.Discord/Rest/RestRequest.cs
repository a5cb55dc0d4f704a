using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Rest;

/// <summary>One request to Discord.</summary>
/// <param name="Path">Relative to the API's address, without a slash in front: <c>channels/1/messages</c>.</param>
/// <param name="Body">Sent as JSON; null sends none.</param>
public sealed record RestRequest(HttpMethod Method, string Path, JsonNode? Body = null)
{
    /// <summary>Files that go with the body, 10 at most; the body then has to be an object.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>How long the request may wait for its route. A longer wait is handed back: whoever asked waits better.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a path with a token answers an interaction. One that posts to a webhook does not, and is counted by the global limit.</summary>
    public bool IsInteraction { get; init; } = true;

    /// <summary>Whether Discord may get it twice: a message only with a nonce that it enforces.</summary>
    internal bool IsRepeatable => Method != HttpMethod.Post || (Body?["enforce_nonce"] is JsonValue nonce && nonce.GetValue<bool>());
}

/// <summary>A file of a message.</summary>
/// <param name="Name">As it is shown: a name with its ending, without a folder.</param>
public sealed record Attachment(string Name, string MediaType, ReadOnlyMemory<byte> Content);
