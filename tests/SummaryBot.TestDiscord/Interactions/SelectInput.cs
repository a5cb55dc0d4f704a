using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What can be chosen in a menu.</summary>
internal static class SelectInput
{
    /// <exception cref="ArgumentException">The menu does not take these values, or not so many.</exception>
    public static JsonArray Values(JsonObject menu, IReadOnlyList<string> values, Resolved resolved)
    {
        var (least, most) = ((int?)menu["min_values"] ?? 1, (int?)menu["max_values"] ?? 1);
        if (values.Count < least || values.Count > most || values.Distinct(StringComparer.Ordinal).Count() != values.Count)
        {
            throw new ArgumentException($"{menu["custom_id"]} takes {least} to {most} values.", nameof(values));
        }

        return new JsonArray([.. values.Select(value => (JsonNode)(Takes(menu, value, resolved)
            ? value
            : throw new ArgumentException($"{menu["custom_id"]} does not offer {value}.", nameof(values))))]);
    }

    private static bool Takes(JsonObject menu, string value, Resolved resolved) => (int)menu["type"]! switch
    {
        3 => (menu["options"] as JsonArray ?? []).Any(option => option!["value"]!.ToString() == value),
        5 => resolved.User(value),
        6 => resolved.Role(value),
        7 => resolved.Role(value) || resolved.User(value),
        8 => resolved.Channel(value),
        _ => false,
    };
}
