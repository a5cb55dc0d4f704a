using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Checks requests and answers against the rules file. Unknown fields pass, as they do at Discord.</summary>
public sealed partial class BodyRules
{
    private readonly JsonObject _operations;
    private readonly JsonObject _answers;
    private readonly JsonObject _queries;
    private readonly JsonObject _rules;

    private BodyRules(JsonNode file)
    {
        (_operations, _answers) = (file["operations"]!.AsObject(), file["answers"]!.AsObject());
        (_queries, _rules) = (file["queries"]!.AsObject(), file["rules"]!.AsObject());
    }

    /// <summary>The rules that are committed with the program.</summary>
    public static BodyRules Committed { get; } = new(ReadCommitted());

    public static JsonNode ReadCommitted()
    {
        using var stream = typeof(BodyRules).Assembly.GetManifestResourceStream("discord-rules.json")!;
        return JsonNode.Parse(stream)!;
    }

    /// <param name="operation">Method and path as Discord's document writes them: <c>post /channels/{channel_id}/messages</c>.</param>
    public IReadOnlyList<BodyError> Check(string operation, JsonNode? body) => [.. Check(_operations[operation]!, body, "")];

    /// <param name="name">A rule by its name in Discord's document, where an operation's body may be one of several.</param>
    public IReadOnlyList<BodyError> CheckRule(string name, JsonNode? body) => [.. Check(_rules[name]!, body, "")];

    /// <summary>What Discord would not answer.</summary>
    public IReadOnlyList<BodyError> CheckAnswer(string operation, int status, JsonNode? body)
    {
        if (_answers[operation] is not JsonObject statuses || !statuses.TryGetPropertyValue($"{status}", out var rule))
        {
            return [new BodyError("", "UNKNOWN_ANSWER", $"The document has no answer {status} to {operation}.")];
        }

        return rule is null
            ? body is null ? [] : [new BodyError("", "BODY_NOT_EXPECTED", $"The answer {status} to {operation} has no body.")]
            : [.. Check(rule, body, "")];
    }

    /// <param name="query">Texts as they stand in the address; those that the document does not know pass.</param>
    public IReadOnlyList<BodyError> CheckQuery(string operation, IEnumerable<KeyValuePair<string, string>> query) => _queries[operation] is not JsonObject known ? [] :
        [.. query.Where(it => known.ContainsKey(it.Key)).SelectMany(it => Check(known[it.Key]!, QueryValue(known[it.Key]!, it.Value), it.Key))];

    private static JsonValue? QueryValue(JsonNode rule, string text) => rule["type"]?.GetValue<string>() switch
    {
        "integer" when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        "boolean" when bool.TryParse(text, out var truth) => JsonValue.Create(truth),
        _ => JsonValue.Create(text),
    };

    /// <summary>The document's operation of a request; null where it is none that is used here.</summary>
    public string? OperationOf(string method, IReadOnlyList<string> parts) => _answers.Select(it => it.Key)
        .Where(operation => IsCalledBy(operation, method, parts))
        .MinBy(operation => operation.Count(it => it == '{'));

    private static bool IsCalledBy(string operation, string method, IReadOnlyList<string> parts)
    {
        var path = operation[(operation.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('/');
        return operation.StartsWith($"{method} ", StringComparison.OrdinalIgnoreCase) && path.Length == parts.Count
            && path.Zip(parts).All(pair => pair.First[0] == '{' || pair.First == pair.Second);
    }

    private IEnumerable<BodyError> Check(JsonNode rule, JsonNode? value, string path)
    {
        if (rule["is"] is { } name)
        {
            return Check(_rules[name.GetValue<string>()]!, value, path);
        }

        if (WrongType(rule, value, path) is { } wrongType)
        {
            return [wrongType];
        }

        var errors = value switch
        {
            JsonObject fields => CheckFields(rule, fields, path),
            JsonArray items => CheckItems(rule, items, path),
            JsonValue scalar => ScalarRules.Check(rule, scalar, path),
            _ => rule["values"] is JsonArray values && !values.Contains(null) ? [ScalarRules.NoChoice(values, path)] : [],
        };
        return errors.Concat(CheckCases(rule, value, path));
    }

    private static BodyError? WrongType(JsonNode rule, JsonNode? value, string path)
    {
        if (rule["type"] is not { } type)
        {
            return null;
        }

        string[] allowed = type is JsonArray several ? [.. several.Select(it => it!.GetValue<string>())] : [type.GetValue<string>()];
        return allowed.Any(name => Is(name, value))
            ? null
            : new BodyError(path, "BASE_TYPE_BAD_TYPE", $"Only {string.Join(" or ", allowed)} is allowed here.");
    }

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or (
            "string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => ScalarRules.Number(value!) is var number && Math.Floor(number) == number,
        _ => false,
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
