using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>The rules of select menus and groups of boxes that Discord's document lacks.</summary>
/// <remarks><see href="https://discord.com/developers/docs/components/reference#string-select"/></remarks>
internal static class SelectRules
{
    private const int StringSelect = 3;
    private const int CheckboxGroup = 22;

    public static IEnumerable<BodyError> Check((string Path, JsonObject Component) it)
    {
        var (path, component) = it;
        var options = (component["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var usual = Number(component["type"]) == CheckboxGroup ? options.Count : 1;
        var (least, most) = (Number(component["min_values"]) ?? 1, Number(component["max_values"]) ?? usual);
        if (least > most && component.ContainsKey("max_values"))
        {
            yield return new BodyError($"{path}.min_values", "SELECT_COMPONENT_MIN_VALUES_OVER_MAX", "min_values is greater than max_values.");
        }

        if (Number(component["type"]) is not (StringSelect or CheckboxGroup))
        {
            yield break;
        }

        var values = options.Select(option => option["value"]?.ToString()).ToList();
        if (values.Distinct().Count() != values.Count)
        {
            yield return new BodyError($"{path}.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }

        if (Math.Max(least, most) > options.Count)
        {
            yield return new BodyError($"{path}.max_values", "SELECT_COMPONENT_TOO_FEW_OPTIONS", $"There are only {options.Count} options.");
        }

        if (options.Count(option => option["default"] is JsonValue chosen && chosen.GetValueKind() == System.Text.Json.JsonValueKind.True) > most)
        {
            yield return new BodyError($"{path}.options", "SELECT_COMPONENT_TOO_MANY_DEFAULTS", $"At most {most} options can be chosen.");
        }
    }

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
