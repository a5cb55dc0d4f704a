using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Rules of what holds something: objects, arrays, and values that may be one of several kinds.</summary>
public sealed partial class BodyRules
{
    private IEnumerable<BodyError> CheckFields(JsonNode rule, JsonObject fields, string path)
    {
        foreach (var name in Texts(rule["required"]).Where(name => !fields.ContainsKey(name)))
        {
            yield return new BodyError(Join(path, name), "BASE_TYPE_REQUIRED", "This field is required");
        }

        if (fields.Count > ScalarRules.Bound(rule, "maxFields", int.MaxValue))
        {
            yield return new BodyError(path, "DICT_TYPE_TOO_LARGE", $"At most {rule["maxFields"]} entries.");
        }

        var known = rule["fields"] as JsonObject ?? [];
        foreach (var (name, value) in fields)
        {
            var of = known[name] ?? (known.ContainsKey(name) ? null : rule["others"]);
            var errors = of is null ? []
                : of is JsonObject ? Check(of, value, Join(path, name))
                : [new BodyError(Join(path, name), "UNKNOWN_FIELD", "This field is not allowed.")];
            foreach (var error in errors)
            {
                yield return error;
            }
        }
    }

    private IEnumerable<BodyError> CheckItems(JsonNode rule, JsonArray items, string path)
    {
        var (least, most) = (ScalarRules.Bound(rule, "minItems", 0), ScalarRules.Bound(rule, "maxItems", int.MaxValue));
        if (items.Count < least || items.Count > most)
        {
            yield return new BodyError(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
        }

        if (rule["unique"] is not null && HasTwice(items))
        {
            yield return new BodyError(path, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        }

        for (var i = 0; i < items.Count && rule["each"] is not null; i++)
        {
            foreach (var error in Check(rule["each"]!, items[i], Join(path, $"{i}")))
            {
                yield return error;
            }
        }
    }

    private static bool HasTwice(JsonArray items) =>
        items.Select((item, i) => items.Take(i).Any(earlier => JsonNode.DeepEquals(earlier, item))).Any(isSecond => isSecond);

    private IEnumerable<BodyError> CheckCases(JsonNode rule, JsonNode? value, string path)
    {
        foreach (var of in rule["all"] as JsonArray ?? [])
        {
            foreach (var error in Check(of!, value, path))
            {
                yield return error;
            }
        }

        foreach (var cases in new[] { rule["one"], rule["any"] }.OfType<JsonArray>())
        {
            foreach (var error in CheckCases(cases, isExactlyOne: cases == rule["one"], value, path))
            {
                yield return error;
            }
        }
    }

    /// <summary>Right if a case is; else the faults of the case that the value's own type means.</summary>
    private List<BodyError> CheckCases(JsonArray cases, bool isExactlyOne, JsonNode? value, string path)
    {
        var faults = cases.Select(rule => Check(rule!, value, path).ToList()).ToList();
        var right = faults.Count(list => list.Count == 0);
        if (right == 1 || (right > 1 && !isExactlyOne))
        {
            return [];
        }

        if (right > 1)
        {
            return [new BodyError(path, "UNION_TYPE_CHOICES", "Value of this field fits several of its types.")];
        }

        var meant = faults.Where(list => !list.Exists(error => error.Path == Join(path, "type") || (error.Path == path && error.Code == "BASE_TYPE_BAD_TYPE"))).ToList();
        return meant.Count > 0 ? meant.MinBy(list => list.Count)! : faults.Count == 1 ? faults[0]
            : value is null or JsonValue
                ? faults[^1]
                : [new BodyError(path, "UNION_TYPE_CHOICES", "Value of this field fits none of its types.")];
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(it => it!.GetValue<string>());
}
