using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Derives the rules file from Discord's OpenAPI document: types, bounds, required fields and enumerations of the bodies used here; no prose.</summary>
public static class RulesWriter
{
    private static readonly string[] Operations =
    [
        "post /channels/{channel_id}/messages",
        "patch /channels/{channel_id}/messages/{message_id}",
        "post /channels/{channel_id}/threads",
        "post /channels/{channel_id}/messages/{message_id}/threads",
        "patch /channels/{channel_id}",
        "put /applications/{application_id}/commands",
        "put /applications/{application_id}/guilds/{guild_id}/commands",
        "post /interactions/{interaction_id}/{interaction_token}/callback",
        "post /webhooks/{webhook_id}/{webhook_token}",
        "patch /webhooks/{webhook_id}/{webhook_token}/messages/@original",
    ];

    private static readonly (string From, string To)[] Names =
    [
        ("type", "type"), ("minLength", "minLength"), ("maxLength", "maxLength"), ("minItems", "minItems"), ("maxItems", "maxItems"),
        ("minimum", "least"), ("maximum", "most"), ("pattern", "pattern"), ("required", "required"), ("enum", "values"), (
            "uniqueItems", "unique"),
    ];

    public static JsonObject Derive(JsonNode document)
    {
        var rules = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var operations = new JsonObject();
        foreach (var operation in Operations)
        {
            var parts = operation.Split(' ');
            var schema = document["paths"]![parts[1]]![parts[0]]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
            operations[operation] = Rule(schema, document, rules);
        }

        return new JsonObject { ["operations"] = operations, ["rules"] = new JsonObject(rules) };
    }

    /// <summary>The file's text: one line for each operation and rule, so that a change of Discord's is easy to read.</summary>
    public static string Write(JsonNode document)
    {
        var file = Derive(document);
        return $"{{\n\"operations\": {{\n{Lines(file["operations"]!)}\n}},\n\"rules\": {{\n{Lines(file["rules"]!)}\n}}\n}}\n";
    }

    private static string Lines(JsonNode entries) =>
        string.Join(
            ",\n",
            entries.AsObject().Select(entry => $"{System.Text.Json.JsonSerializer.Serialize(entry.Key)}: {entry.Value!.ToJsonString()}"));

    private static JsonObject Rule(JsonNode schema, JsonNode document, SortedDictionary<string, JsonNode?> rules)
    {
        var rule = new JsonObject();
        foreach (var (from, to) in Names.Where(name => schema[name.From] is not null))
        {
            rule[to] = schema[from]!.DeepClone();
        }

        if (schema["$ref"] is { } reference)
        {
            rule["is"] = Name(reference.GetValue<string>(), document, rules);
        }

        if (Cases(schema) is { } cases)
        {
            AddCases(rule, cases, document, rules);
        }

        if (schema["properties"] is JsonObject properties)
        {
            rule["fields"] = new JsonObject(
                properties.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Rule(field.Value!, document, rules))));
        }

        if (schema["items"] is { } items)
        {
            rule["each"] = Rule(items, document, rules);
        }

        return rule;
    }

    private static JsonArray? Cases(JsonNode schema) => (schema["oneOf"] ?? schema["anyOf"]) as JsonArray;

    private static void AddCases(JsonObject rule, JsonArray cases, JsonNode document, SortedDictionary<string, JsonNode?> rules)
    {
        if (cases.All(it => it!["const"] is not null))
        {
            rule["values"] = new JsonArray([.. cases.Select(it => it!["const"]!.DeepClone())]);
        }
        else
        {
            rule["any"] = new JsonArray([.. cases.Select(it => (JsonNode)Rule(it!, document, rules))]);
        }
    }

    private static string Name(string reference, JsonNode document, SortedDictionary<string, JsonNode?> rules)
    {
        var name = reference.Split('/')[^1];
        if (!rules.ContainsKey(name))
        {
            rules[name] = null; // it may refer to itself
            rules[name] = Rule(document["components"]!["schemas"]![name]!, document, rules);
        }

        return name;
    }
}
