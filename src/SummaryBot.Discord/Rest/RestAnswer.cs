using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.Discord.Rest.RateLimits;

namespace SummaryBot.Discord.Rest;

/// <summary>The body of an answer, read with a bound.</summary>
internal sealed record RestAnswer(JsonNode? Body)
{
    /// <summary>A page of 100 messages has well under 2 MB.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UsualWaitOfOldEdits = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UsualBan = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Discord's own error code; 0 where there is none.</summary>
    public int Code => Object?["code"] is JsonValue value && value.TryGetValue<int>(out var code) ? code : 0;

    public string Message => Object?["message"] is JsonValue value && value.TryGetValue<string>(out var message) ? message : "";

    /// <summary>Whether all requests are asked to wait, not those of one route.</summary>
    public bool IsGlobal(HttpResponseMessage response) =>
        (Object?["global"] is JsonValue value && value.TryGetValue<bool>(out var isGlobal) && isGlobal)
        || RateLimitHeaders.Text(response, "X-RateLimit-Global") is not null;

    /// <summary>Whether it is a page of the network in front of Discord, which turns the bot's address away. Discord itself answers JSON or names a limit.</summary>
    public bool IsBan(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden
        && Object is null && RateLimitHeaders.Text(response, "X-RateLimit-Scope") is null && RateLimitHeaders.Bucket(response) is null;

    private JsonObject? Object => Body as JsonObject;

    public static async Task<RestAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            return new RestAnswer(stream.Length == 0 ? null : await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken));
        }
        catch (JsonException)
        {
            return new RestAnswer(Body: null); // a page of a proxy
        }
    }

    /// <summary>How long a 429 asks to wait. The body's seconds win: headers have been seen without.</summary>
    public TimeSpan RetryAfter(HttpResponseMessage response)
    {
        var seconds = Object?["retry_after"] is JsonValue value && value.TryGetValue<double>(out var inBody)
            ? inBody
            : RateLimitHeaders.Number(response, "Retry-After");
        var wait = seconds is >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds.Value) : Code == DiscordCode.TooManyOldEdits ? UsualWaitOfOldEdits : IsBan(response) ? UsualBan : UsualWait;
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>The fields that Discord found wrong, as <c>components[0].content: Must be 4000 or fewer in length.</c></summary>
    public string Errors => string.Join(' ', ErrorsIn(Object?["errors"], "").Take(3));

    private static IEnumerable<string> ErrorsIn(JsonNode? node, string path) => node is not JsonObject fields ? [] : fields.SelectMany(field =>
        field is { Key: "_errors", Value: JsonArray errors }
            ? errors.Select(error => $"{path}: {error?["message"]}")
            : ErrorsIn(field.Value, Append(path, field.Key)));

    private static string Append(string path, string key) =>
        int.TryParse(key, CultureInfo.InvariantCulture, out _) ? $"{path}[{key}]" : path.Length == 0 ? key : $"{path}.{key}";
}
