using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What can be chosen in a menu, checked in a group of boxes, or sent as files.</summary>
internal static class SelectInput
{
    public const int FileUpload = 19;
    private const int CheckboxGroup = 22;

    /// <exception cref="ArgumentException">The menu or group of boxes does not take these values, or not so many.</exception>
    public static JsonArray Values(JsonObject menu, IReadOnlyList<string> values, Resolved resolved)
    {
        Count(menu, values);
        return new JsonArray([.. values.Select(value => (JsonNode)(Takes(menu, value, resolved)
            ? value
            : throw new ArgumentException($"{menu["custom_id"]} does not offer {value}.", nameof(values))))]);
    }

    /// <exception cref="ArgumentException">The field does not take so many files.</exception>
    public static JsonArray Files(JsonObject upload, IReadOnlyList<SentFile> files, Resolved resolved)
    {
        Count(upload, [.. files.Select((_, i) => $"{i}")]);
        return new JsonArray([.. files.Select(file => (JsonNode)resolved.Attachment(file))]);
    }

    /// <summary>What is chosen before a person touches it.</summary>
    public static IReadOnlyList<string> Preset(JsonObject menu) => (menu["default_values"] as JsonArray ?? []).Select(it => it!["id"]!.ToString())
        .Concat((menu["options"] as JsonArray ?? []).Where(it => (bool?)it!["default"] == true).Select(it => it!["value"]!.ToString())).ToList();

    private static void Count(JsonObject menu, IReadOnlyList<string> values)
    {
        var usual = (int)menu["type"]! == CheckboxGroup ? (menu["options"] as JsonArray ?? []).Count : 1;
        var (least, most) = ((int?)menu["min_values"] ?? 1, (int?)menu["max_values"] ?? usual);
        if (values.Count < least || values.Count > most || values.Distinct(StringComparer.Ordinal).Count() != values.Count)
        {
            throw new ArgumentException($"{menu["custom_id"]} takes {least} to {most} values.", nameof(values));
        }
    }

    private static bool Takes(JsonObject menu, string value, Resolved resolved) => (int)menu["type"]! switch
    {
        3 or CheckboxGroup => (menu["options"] as JsonArray ?? []).Any(option => option!["value"]!.ToString() == value),
        5 => resolved.User(value),
        6 => resolved.Role(value),
        7 => resolved.Role(value) || resolved.User(value),
        8 => resolved.Channel(value, (menu["channel_types"] as JsonArray)?.Select(type => (int)type!)),
        _ => false,
    };
}
