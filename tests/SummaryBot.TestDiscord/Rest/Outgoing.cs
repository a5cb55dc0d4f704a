using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>What the real Discord would not answer or send; such a thing is a fault of TestDiscord itself.</summary>
internal static class Outgoing
{
    public static IReadOnlyList<BodyError> Check(string method, IReadOnlyList<string> parts, RestReply reply) => reply switch
    {
        { Status: >= 500 } or { Body: null, Status: >= 400 } => [],
        { Status: 429, Body: { } body } when body["code"] is null => CheckLimit(body),
        { Status: >= 400 } => [.. CheckError(reply.Body)],
        _ when BodyRules.Committed.OperationOf(method, parts) is { } operation => BodyRules.Committed.CheckAnswer(operation, reply.Status, reply.Body),
        _ => [],
    };

    private static List<BodyError> CheckLimit(JsonNode body) =>
        body["message"] is JsonValue && body["retry_after"] is JsonValue after && after.GetValue<double>() > 0 && body["global"] is JsonValue
            ? []
            : [new BodyError("", "RATE_LIMIT", "An answer 429 has message, retry_after and global.")];

    private static IEnumerable<BodyError> CheckError(JsonNode? body)
    {
        if (body is not JsonObject error || error["code"] is not JsonValue code || !code.TryGetValue<int>(out _) || error["message"] is not JsonValue)
        {
            return [new BodyError("", "ERROR_SHAPE", "An error has a code and a message.")];
        }

        return error["errors"] is { } nested ? CheckNested(nested, "errors") : [];
    }

    /// <summary>Names and indexes, down to lists of a code and a message.</summary>
    private static IEnumerable<BodyError> CheckNested(JsonNode? node, string path) => node is not JsonObject { Count: > 0 } fields
        ? [new BodyError(path, "ERROR_SHAPE", "Errors are nested by field.")]
        : fields.SelectMany(field => field.Key != "_errors" ? CheckNested(field.Value, $"{path}.{field.Key}")
            : field.Value is JsonArray { Count: > 0 } list && list.All(it => it?["code"] is JsonValue && it["message"] is JsonValue) ? []
            : [new BodyError($"{path}._errors", "ERROR_SHAPE", "Each has a code and a message.")]);
}
