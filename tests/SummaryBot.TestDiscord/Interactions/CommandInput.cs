using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What Discord's own input makes of a typed command; it sends nothing that does not fit the command.</summary>
internal static class CommandInput
{
    private const int Text = 3;
    private const int Integer = 4;
    private const int Truth = 5;

    public static JsonObject Data(JsonObject command, IReadOnlyDictionary<string, object> given, string? focused)
    {
        var declared = (command["options"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(
            option => option["name"]!.ToString(), StringComparer.Ordinal);
        var missing = declared.Where(option => focused is null && (bool?)option.Value["required"] == true && !given.ContainsKey(option.Key)).Select(option => option.Key).ToList();
        if (missing.Count > 0)
        {
            throw new ArgumentException($"Required: {string.Join(", ", missing)}.", nameof(given));
        }

        var options = given.Select(entry => Option(declared.GetValueOrDefault(entry.Key) ?? throw new ArgumentException($"There is no option {entry.Key}.", nameof(given)), entry.Value, focused));
        return new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["name"] = command["name"]!.DeepClone(),
            ["type"] = 1,
            ["options"] = new JsonArray([.. options.Cast<JsonNode>()]),
        };
    }

    private static JsonObject Option(JsonObject declared, object given, string? focused)
    {
        var (name, type) = (declared["name"]!.ToString(), (int)declared["type"]!);
        var isFocused = name == focused;
        var value = (type, given) switch
        {
            (Text, string text) => JsonValue.Create(text),
            (Integer, int number) => JsonValue.Create(number),
            (Truth, bool truth) => JsonValue.Create(truth),
            _ => throw new ArgumentException($"{name} does not take {given}.", nameof(given)),
        };
        var isChoice = declared["choices"] is not JsonArray { Count: > 0 } choices || choices.Any(
            choice => JsonNode.DeepEquals(choice!["value"], value));
        var isInRange = given is not int whole || (
            whole >= ((int?)declared["min_value"] ?? int.MinValue) && whole <= ((int?)declared["max_value"] ?? int.MaxValue));
        var isLengthKept = given is not string written || (
            written.Length >= ((int?)declared["min_length"] ?? 0) && written.Length <= ((int?)declared["max_length"] ?? int.MaxValue));
        if (!isFocused && (!isChoice || !isInRange || !isLengthKept))
        {
            throw new ArgumentException($"{name} does not take {given}.", nameof(given));
        }

        var option = new JsonObject { ["name"] = name, ["type"] = type, ["value"] = value };
        if (isFocused)
        {
            option["focused"] = (bool?)declared["autocomplete"] == true
                ? true
                : throw new ArgumentException($"{name} has no autocomplete.", nameof(focused));
        }

        return option;
    }
}
