using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Discord.Net.Rest;
using SummaryBot.Discord.Rest;

namespace SummaryBot.DiscordNet;

/// <summary>
/// What Discord.Net asks of its own accord, sent through the same gates as all else. Its queue sees only answers and exceptions: shown a 502, or a 429
/// without headers, it would send again at once.
/// </summary>
internal sealed class GatedRestClient(DiscordRest rest) : IRestClient
{
    /// <summary>The wire carries the token and the name of the bot.</summary>
    public void SetHeader(string key, string value)
    {
    }

    /// <summary>Canceled by Discord.Net at its log-out; each request carries a token of its own.</summary>
    public void SetCancelToken(CancellationToken cancelToken)
    {
    }

    public Task<RestResponse> SendAsync(
        string method, string endpoint, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        AskAsync(method, endpoint, body: null, cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        AskAsync(method, endpoint, JsonNode.Parse(json), cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        throw new NotSupportedException("Discord.Net sends no files of its own accord.");

    public void Dispose()
    {
    }

    private async Task<RestResponse> AskAsync(string method, string path, JsonNode? body, CancellationToken cancellationToken) =>
        await rest.SendAsync(new HttpMethod(method), path, body, cancellationToken) switch
        {
            RestResult.Done done => Answer(HttpStatusCode.OK, done.Body),
            RestResult.Refused refused => Answer((HttpStatusCode)refused.Status, new JsonObject { ["code"] = refused.Code, ["message"] = refused.Reason }),
            RestResult.AskedToWait wait => throw new HttpRequestException(wait.Reason),
            RestResult.Unknown unknown => throw new HttpRequestException(unknown.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static RestResponse Answer(HttpStatusCode status, JsonNode? body) =>
        new(status, [], new MemoryStream(Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "")));
}
