using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>Bodies made from the rules file: right ones, and right ones with one thing broken.</summary>
/// <remarks>Texts have no blanks at their ends: Discord trims before it counts, a judge of JSON Schema does not.</remarks>
internal sealed class RuleBodies(JsonNode file, Random random)
{
    private const int Deepest = 7;

    private static readonly string[] Words = ["harbor", "News", "é", "漢字", "👩‍👩‍👧", "a-b", "x y", "0", "7", "https://example.com/a", "2026-01-02T03:04:05Z", "not a date", "users"];

    public JsonNode? Body(JsonNode rule)
    {
        var body = Right(rule, 0);
        return random.Next(2) == 0 ? body : Broken(body);
    }

    private JsonNode? Right(JsonNode rule, int depth)
    {
        if (rule["is"] is { } name)
        {
            return Right(file["rules"]![name.GetValue<string>()]!, depth);
        }

        if (rule["values"] is JsonArray values)
        {
            return values[random.Next(values.Count)]?.DeepClone();
        }

        if ((rule["one"] ?? rule["any"]) is JsonArray cases)
        {
            return Right(cases[random.Next(cases.Count)]!, depth + 1);
        }

        string[] types = rule["type"] is JsonArray several ? [.. several.Select(it => it!.GetValue<string>())] : [rule["type"]?.GetValue<string>() ?? "null"];
        return types[random.Next(types.Length)] switch
        {
            "object" => Fields(rule, depth),
            "array" => Items(rule, depth),
            "string" => Text(rule),
            "integer" => Whole(rule),
            "number" => random.NextDouble() * 100,
            "boolean" => random.Next(2) == 0,
            _ => null,
        };
    }

    private JsonObject Fields(JsonNode rule, int depth)
    {
        var required = (rule["required"] as JsonArray ?? []).Select(it => it!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var chance = depth > Deepest ? 0 : 0.5 / (1 + (depth / 2));
        var fields = new JsonObject();
        foreach (var (name, of) in rule["fields"] as JsonObject ?? [])
        {
            if (required.Contains(name) || random.NextDouble() < chance)
            {
                fields[name] = Right(of!, depth + 1);
            }
        }

        for (var i = random.Next(3); i > 0 && rule["others"] is JsonObject others && depth <= Deepest; i--)
        {
            fields[Word()] = Right(others, depth + 1);
        }

        return fields;
    }

    private JsonArray Items(JsonNode rule, int depth)
    {
        var least = rule["minItems"]?.GetValue<int>() ?? 0;
        var most = Math.Min(rule["maxItems"]?.GetValue<int>() ?? 3, least + (depth > 4 ? 0 : 2));
        var items = new JsonArray([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Right(rule["each"]!, depth + 1))]);
        return rule["unique"] is null ? items : [.. items.DistinctBy(it => it?.ToJsonString()).Select(it => it?.DeepClone())];
    }

    private string Text(JsonNode rule)
    {
        var (least, most) = (rule["minLength"]?.GetValue<int>() ?? 0, rule["maxLength"]?.GetValue<int>() ?? 20);
        return rule["format"]?.GetValue<string>() switch
        {
            "uri" => "https://example.com/" + random.Next(10),
            "date-time" => "2026-01-02T03:04:05.000+00:00",
            "snowflake" => $"{random.NextInt64()}",
            _ when random.Next(8) == 0 && most < 500 => new string('x', most),
            _ => Padded(Word(), least, most),
        };
    }

    private static string Padded(string word, int least, int most) => word.Length > most ? new string('y', most) : word.PadRight(least, 'z');

    private long Whole(JsonNode rule)
    {
        var least = (long)(rule["least"]?.GetValue<double>() ?? -10);
        var most = Math.Max(least, (long)Math.Min(rule["most"]?.GetValue<double>() ?? 100, least + 100.0));
        return random.NextInt64(least, most + 1);
    }

    private string Word() => Words[random.Next(Words.Length)];

    /// <summary>With one node taken away, added, or made into something else.</summary>
    private JsonNode? Broken(JsonNode? body)
    {
        var places = Nodes(body).ToList();
        if (places.Count == 0)
        {
            return Other();
        }

        var at = places[random.Next(places.Count)];
        switch (at)
        {
            case JsonObject fields when fields.Count > 0:
                var key = fields.ElementAt(random.Next(fields.Count)).Key;
                fields.Remove(key);
                if (random.Next(3) > 0)
                {
                    fields[key] = Other();
                }

                break;
            case JsonArray items when items.Count > 0:
                var copy = items[random.Next(items.Count)]?.DeepClone();
                for (var i = random.Next(1, 45); i > 0; i--)
                {
                    items.Add(copy?.DeepClone());
                }

                break;
            case JsonArray items:
                items.Add(Other());
                break;
            case JsonObject fields:
                fields[Word()] = Other();
                break;
        }

        return body;
    }

    private JsonNode? Other() => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-5, 20),
        3 => 1.5,
        4 => 3.0,
        5 => 5e9,
        6 => new JsonArray(),
        7 => new JsonObject(),
        8 => new string('w', random.Next(1, 130)),
        9 => "12\n",
        10 => "",
        _ => Word(),
    };

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Nodes(field.Value)).Prepend(fields),
        JsonArray items => items.SelectMany(Nodes).Prepend(items),
        _ => [],
    };
}
