using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>The rules of forms that Discord's document lacks.</summary>
/// <remarks><see href="https://discord.com/developers/docs/components/using-modal-components"/></remarks>
internal static class ModalRules
{
    private const int ActionRow = 1;
    private const int MaxRows = 5;

    /// <summary>Menus, files and groups of boxes.</summary>
    private static readonly int[] Choosing = [3, 5, 6, 7, 8, 19, 22];

    /// <summary>What is filled in, with its path: in rows and under labels.</summary>
    public static IEnumerable<(string Path, JsonObject Component)> Inputs(JsonNode? components, string path = "components")
    {
        foreach (var (component, i) in (components as JsonArray ?? []).OfType<JsonObject>().Select((component, i) => (component, i)))
        {
            if (component["component"] is JsonObject labelled)
            {
                yield return ($"{path}.{i}.component", labelled);
            }

            foreach (var (nested, j) in (component["components"] as JsonArray ?? []).OfType<JsonObject>().Select((nested, j) => (nested, j)))
            {
                yield return ($"{path}.{i}.components.{j}", nested);
            }
        }
    }

    public static IEnumerable<BodyError> Check(JsonObject modal, string path)
    {
        var components = (modal["components"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (components.Count > MaxRows)
        {
            yield return new BodyError($"{path}.components", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {MaxRows} in length.");
        }

        foreach (var row in components.Select((component, i) => (component, i)).Where(it => (int?)it.component["type"] == ActionRow))
        {
            var inputs = (row.component["components"] as JsonArray ?? []).OfType<JsonObject>().ToList();
            if (inputs.Count != 1)
            {
                yield return new BodyError($"{path}.components.{row.i}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A row of a form holds one input.");
            }

            if (inputs.Exists(input => string.IsNullOrWhiteSpace(input["label"]?.ToString())))
            {
                yield return new BodyError($"{path}.components.{row.i}.components.0.label", "BASE_TYPE_REQUIRED", "This field is required");
            }
        }

        foreach (var error in Inputs(modal["components"], $"{path}.components").SelectMany(it => Choosing.Contains((int?)it.Component["type"] ?? 0) ? SelectRules.Check(it).Concat(CheckLeast(it)) : []))
        {
            yield return error;
        }

        foreach (var twice in Inputs(modal["components"], $"{path}.components").GroupBy(it => it.Component["custom_id"]?.ToString()).Where(group => group.Count() > 1))
        {
            yield return new BodyError($"{twice.Last().Path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    /// <summary>What may be left empty cannot be required.</summary>
    private static IEnumerable<BodyError> CheckLeast((string Path, JsonObject Component) it)
    {
        if ((int?)it.Component["min_values"] == 0 && (bool?)it.Component["required"] != false)
        {
            yield return new BodyError($"{it.Path}.min_values", "COMPONENT_MIN_VALUES_REQUIRED", "min_values can only be 0 where required is false.");
        }
    }
}
