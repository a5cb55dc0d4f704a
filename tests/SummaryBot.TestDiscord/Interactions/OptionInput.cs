using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>One option of a typed command.</summary>
internal static class OptionInput
{
    /// <exception cref="ArgumentException">The option takes no such value, or is typed into and has no autocomplete.</exception>
    public static JsonObject Of(JsonObject declared, object given, bool isFocused, Resolved resolved)
    {
        var (name, type) = (declared["name"]!.ToString(), (int)declared["type"]!);
        var value = isFocused ? JsonValue.Create($"{given}") : Value(type, given, resolved);
        if (value is null || (!isFocused && !Fits(declared, value)))
        {
            throw new ArgumentException($"{name} does not take {given}.", nameof(given));
        }

        var option = new JsonObject { ["name"] = name, ["type"] = type, ["value"] = value };
        if (isFocused)
        {
            option["focused"] = (bool?)declared["autocomplete"] == true
                ? true
                : throw new ArgumentException($"{name} has no autocomplete.", nameof(isFocused));
        }

        return option;
    }

    private static JsonValue? Value(int type, object given, Resolved resolved) => (type, given) switch
    {
        (CommandInput.Text, string text) => JsonValue.Create(text),
        (CommandInput.Integer or CommandInput.Number, int number) => JsonValue.Create(number),
        (CommandInput.Number, double number) => JsonValue.Create(number),
        (CommandInput.Truth, bool truth) => JsonValue.Create(truth),
        (CommandInput.User, string id) when resolved.User(id) => JsonValue.Create(id),
        (CommandInput.Channel, string id) when resolved.Channel(id) => JsonValue.Create(id),
        (CommandInput.Role, string id) when resolved.Role(id) => JsonValue.Create(id),
        (CommandInput.Attachment, SentFile file) => JsonValue.Create(resolved.Attachment(file)),
        (CommandInput.Mentionable, string id) when resolved.Role(id) || resolved.User(id) => JsonValue.Create(id),
        _ => null,
    };

    private static bool Fits(JsonObject declared, JsonValue value)
    {
        var isChoice = declared["choices"] is not JsonArray { Count: > 0 } choices || choices.Any(choice => choice!["value"]!.ToJsonString() == value.ToJsonString());
        if (value.TryGetValue<string>(out var text))
        {
            return isChoice && text.Length >= ((int?)declared["min_length"] ?? 0) && text.Length <= ((int?)declared["max_length"] ?? int.MaxValue);
        }

        var number = value.TryGetValue<bool>(out _) ? 0 : Rules.ScalarRules.Number(value);
        return isChoice && number >= (Bound(declared["min_value"]) ?? double.MinValue) && number <= (Bound(declared["max_value"]) ?? double.MaxValue);
    }

    private static double? Bound(JsonNode? node) => node is null ? null : Rules.ScalarRules.Number(node);
}
