using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Checks bodies against the rules file. Unknown fields pass, as they do at Discord.</summary>
public sealed class BodyRules
{
    private readonly JsonObject _operations;
    private readonly JsonObject _rules;

    private BodyRules(JsonNode file) => (_operations, _rules) = (file["operations"]!.AsObject(), file["rules"]!.AsObject());

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

    private IEnumerable<BodyError> Check(JsonNode rule, JsonNode? value, string path)
    {
        if (rule["is"] is { } name)
        {
            return Check(_rules[name.GetValue<string>()]!, value, path);
        }

        if (rule["any"] is JsonArray cases)
        {
            return CheckCases(cases, value, path);
        }

        var wrongType = WrongType(rule, value, path);
        return wrongType is not null ? [wrongType] : value switch
        {
            JsonObject fields => CheckFields(rule, fields, path),
            JsonArray items => CheckItems(rule, items, path),
            JsonValue scalar => CheckScalar(rule, scalar, path),
            _ => [],
        };
    }

    /// <summary>Right if one case is; else the faults of the case that the value's own type means.</summary>
    private List<BodyError> CheckCases(JsonArray cases, JsonNode? value, string path)
    {
        var faults = cases.Select(rule => Check(rule!, value, path).ToList()).ToList();
        if (faults.Exists(list => list.Count == 0))
        {
            return [];
        }

        var meant = faults.Where(list => !list.Exists(error => error.Path == Join(path, "type") || (error.Path == path && error.Code == "BASE_TYPE_BAD_TYPE"))).ToList();
        return meant.Count > 0 ? meant.MinBy(list => list.Count)! : faults.Count == 1 ? faults[0]
            : value is null or JsonValue
                ? faults[^1]
                : [new BodyError(path, "UNION_TYPE_CHOICES", "Value of this field fits none of its types.")];
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
        ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue<double>(out var number) && Math.Floor(number) == number,
        _ => false,
    };

    private IEnumerable<BodyError> CheckFields(JsonNode rule, JsonObject fields, string path)
    {
        foreach (var name in Texts(rule["required"]).Where(name => !fields.ContainsKey(name)))
        {
            yield return new BodyError(Join(path, name), "BASE_TYPE_REQUIRED", "This field is required");
        }

        foreach (var (name, of) in (rule["fields"] as JsonObject ?? []).Where(field => fields.ContainsKey(field.Key)))
        {
            foreach (var error in Check(of!, fields[name], Join(path, name)))
            {
                yield return error;
            }
        }
    }

    private IEnumerable<BodyError> CheckItems(JsonNode rule, JsonArray items, string path)
    {
        if (items.Count < Bound(rule, "minItems", 0) || items.Count > Bound(rule, "maxItems", int.MaxValue))
        {
            yield return new BodyError(
                path,
                "BASE_TYPE_BAD_LENGTH",
                $"Must be between {Bound(rule, "minItems", 0)} and {Bound(rule, "maxItems", int.MaxValue)} in length.");
        }

        for (var i = 0; i < items.Count && rule["each"] is not null; i++)
        {
            foreach (var error in Check(rule["each"]!, items[i], Join(path, $"{i}")))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<BodyError> CheckScalar(JsonNode rule, JsonValue value, string path)
    {
        if (rule["values"] is JsonArray values && !values.Any(it => JsonNode.DeepEquals(it, value)))
        {
            yield return new BodyError(path, "BASE_TYPE_CHOICES", $"Value must be one of {values.ToJsonString()}.");
        }

        if (value.TryGetValue<string>(out var text))
        {
            var length = text.Trim().Length; // in UTF-16 units, after trimming
            if (length < Bound(rule, "minLength", 0) || length > Bound(rule, "maxLength", int.MaxValue))
            {
                var code = length > Bound(rule, "maxLength", int.MaxValue) ? "BASE_TYPE_MAX_LENGTH" : "BASE_TYPE_MIN_LENGTH";
                yield return new BodyError(
                    path,
                    code,
                    $"Must be {Bound(rule, "minLength", 0)} to {Bound(rule, "maxLength", int.MaxValue)} in length; it is {length}.");
            }

            if (rule["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                yield return new BodyError(path, "STRING_TYPE_REGEX", "String value did not match validation regex.");
            }
        }
        else if (value.TryGetValue<double>(out var number) && (number < Number(rule, "least", double.MinValue) || number > Number(rule, "most", double.MaxValue)))
        {
            yield return new BodyError(path, "NUMBER_TYPE_RANGE", "The number is out of range.");
        }
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(it => it!.GetValue<string>());

    private static int Bound(JsonNode rule, string name, int otherwise) => rule[name]?.GetValue<int>() ?? otherwise;

    private static double Number(JsonNode rule, string name, double otherwise) => rule[name]?.GetValue<double>() ?? otherwise;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
