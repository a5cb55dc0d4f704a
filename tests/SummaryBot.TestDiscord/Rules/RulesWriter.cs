using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Derives the rules file from Discord's OpenAPI document: types, bounds, required fields and enumerations of the requests and answers used here; no prose.</summary>
public static class RulesWriter
{
    /// <summary>Those that the product can call, and discord.js where it asks for more.</summary>
    private static readonly string[] Operations =
    [
        "get /gateway",
        "get /gateway/bot",
        "get /users/@me",
        "post /users/@me/channels",
        "get /applications/@me",
        "get /oauth2/applications/@me",
        "get /guilds/{guild_id}",
        "get /guilds/{guild_id}/channels",
        "get /guilds/{guild_id}/roles",
        "get /guilds/{guild_id}/members/{user_id}",
        "get /channels/{channel_id}",
        "get /channels/{channel_id}/messages",
        "get /channels/{channel_id}/messages/{message_id}",
        "post /channels/{channel_id}/messages",
        "patch /channels/{channel_id}/messages/{message_id}",
        "delete /channels/{channel_id}/messages/{message_id}",
        "patch /channels/{channel_id}",
        "post /channels/{channel_id}/messages/{message_id}/crosspost",
        "post /channels/{channel_id}/threads",
        "post /channels/{channel_id}/messages/{message_id}/threads",
        "get /channels/{channel_id}/threads/archived/public",
        "get /guilds/{guild_id}/threads/active",
        "get /applications/{application_id}/commands",
        "put /applications/{application_id}/commands",
        "get /applications/{application_id}/guilds/{guild_id}/commands",
        "put /applications/{application_id}/guilds/{guild_id}/commands",
        "post /interactions/{interaction_id}/{interaction_token}/callback",
        "get /webhooks/{webhook_id}/{webhook_token}",
        "post /webhooks/{webhook_id}/{webhook_token}",
        "get /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "patch /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "delete /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "get /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        "patch /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        "delete /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    ];

    private static readonly (string From, string To)[] Names =
    [
        ("type", "type"), ("minLength", "minLength"), ("maxLength", "maxLength"), ("minItems", "minItems"), ("maxItems", "maxItems"),
        ("minimum", "least"), ("maximum", "most"), ("pattern", "pattern"), ("format", "format"), ("required", "required"), ("enum", "values"),
        ("uniqueItems", "unique"), ("maxProperties", "maxFields"),
    ];

    public static JsonObject Derive(JsonNode document)
    {
        var rules = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var (bodies, answers, queries) = (new JsonObject(), new JsonObject(), new JsonObject());
        foreach (var operation in Operations)
        {
            var parts = operation.Split(' ');
            var described = document["paths"]![parts[1]]![parts[0]]!;
            if (described["requestBody"]?["content"]?["application/json"]?["schema"] is { } body)
            {
                bodies[operation] = Rule(body, document, rules);
            }

            answers[operation] = Answers(described["responses"]!.AsObject(), document, rules);
            queries[operation] = Queries(described["parameters"] as JsonArray ?? [], document, rules);
        }

        return new JsonObject { ["operations"] = bodies, ["answers"] = answers, ["queries"] = queries, ["rules"] = new JsonObject(rules) };
    }

    /// <summary>By status; null for an answer without a body.</summary>
    private static JsonObject Answers(JsonObject responses, JsonNode document, SortedDictionary<string, JsonNode?> rules) => new(responses
        .Where(response => response.Key[0] == '2')
        .Select(response => KeyValuePair.Create(
            response.Key,
            response.Value!["content"]?["application/json"]?["schema"] is { } schema ? (JsonNode?)Rule(schema, document, rules) : null)));

    private static JsonObject Queries(JsonArray parameters, JsonNode document, SortedDictionary<string, JsonNode?> rules) => new(parameters
        .Where(parameter => parameter!["in"]!.GetValue<string>() == "query")
        .Select(parameter => KeyValuePair.Create(parameter!["name"]!.GetValue<string>(), (JsonNode?)Rule(parameter["schema"]!, document, rules))));

    /// <summary>The file's text: one line for each operation and rule, so that a change of Discord's is easy to read.</summary>
    public static string Write(JsonNode document)
    {
        var file = Derive(document);
        return $"{{\n{string.Join(",\n", file.Select(part => $"\"{part.Key}\": {{\n{Lines(part.Value!)}\n}}"))}\n}}\n";
    }

    private static string Lines(JsonNode entries) =>
        string.Join(
            ",\n",
            entries.AsObject().Select(entry => $"{JsonSerializer.Serialize(entry.Key)}: {entry.Value!.ToJsonString()}"));

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

        AddCases(rule, schema, document, rules);
        if (schema["properties"] is JsonObject properties)
        {
            rule["fields"] = new JsonObject(
                properties.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Rule(field.Value!, document, rules))));
        }

        if (schema["items"] is { } items)
        {
            rule["each"] = Rule(items, document, rules);
        }

        if (schema["additionalProperties"] is { } others && others.GetValueKind() != JsonValueKind.True)
        {
            rule["others"] = others is JsonObject ? Rule(others, document, rules) : others.DeepClone();
        }

        return rule;
    }

    /// <summary>oneOf is exactly one and anyOf at least one; constants alone are values. Beside an enumeration allOf says nothing more.</summary>
    private static void AddCases(JsonObject rule, JsonNode schema, JsonNode document, SortedDictionary<string, JsonNode?> rules)
    {
        if (schema["const"] is { } constant)
        {
            rule["values"] = new JsonArray(constant.DeepClone());
        }

        foreach (var (keyword, name) in new[] { ("oneOf", "one"), ("anyOf", "any"), ("allOf", "all") })
        {
            if (schema[keyword] is not JsonArray cases || (keyword == "allOf" && schema["enum"] is not null))
            {
                continue;
            }

            if (keyword == "oneOf" && cases.All(it => it!["const"] is not null))
            {
                rule["values"] = new JsonArray([.. cases.Select(it => it!["const"]!.DeepClone())]);
            }
            else
            {
                rule[name] = new JsonArray([.. cases.Select(it => (JsonNode)Rule(it!, document, rules))]);
            }
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
