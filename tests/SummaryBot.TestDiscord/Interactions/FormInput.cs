using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What Discord sends when a form is filled in.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure"/></remarks>
internal static class FormInput
{
    private const int TextInput = 4;

    /// <exception cref="ArgumentException">The form does not take these values.</exception>
    public static JsonObject Data(World world, JsonObject modal, IReadOnlyDictionary<string, object> values)
    {
        var inputs = ModalRules.Inputs(modal["components"]).Select(it => it.Component["custom_id"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        if (values.Keys.FirstOrDefault(key => !inputs.Contains(key)) is { } unknown)
        {
            throw new ArgumentException($"The form has no {unknown}.", nameof(values));
        }

        var (resolved, id) = (new Resolved(world), 0);
        var data = new JsonObject
        {
            ["custom_id"] = modal["custom_id"]!.DeepClone(),
            ["components"] = new JsonArray([.. (modal["components"] as JsonArray ?? []).OfType<JsonObject>().Select(it => (JsonNode)Filled(it))]),
        };
        resolved.AddTo(data);
        return data;

        JsonObject Filled(JsonObject component)
        {
            var filled = new JsonObject { ["type"] = component["type"]!.DeepClone(), ["id"] = ++id };
            if (component["components"] is JsonArray row)
            {
                filled["components"] = new JsonArray([.. row.OfType<JsonObject>().Select(it => (JsonNode)Filled(it))]);
            }
            else if (component["component"] is JsonObject labelled)
            {
                filled["component"] = Filled(labelled);
            }
            else if (component["custom_id"]?.ToString() is { } customId)
            {
                filled["custom_id"] = customId;
                AddValue(filled, component, values.GetValueOrDefault(customId), resolved);
            }

            return filled;
        }
    }

    private static void AddValue(JsonObject filled, JsonObject input, object? given, Resolved resolved)
    {
        if ((int)input["type"]! == TextInput)
        {
            filled["value"] = Text(input, given);
            return;
        }

        filled["values"] = (given ?? SelectInput.Preset(input)) switch
        {
            IReadOnlyList<string> { Count: 0 } or IReadOnlyList<SentFile> { Count: 0 } when (bool?)input["required"] == false => new JsonArray(),
            IReadOnlyList<string> chosen => SelectInput.Values(input, chosen, resolved),
            IReadOnlyList<SentFile> files when (int)input["type"]! == SelectInput.FileUpload => SelectInput.Files(input, files, resolved),
            _ => throw new ArgumentException($"{input["custom_id"]} takes no {given}.", nameof(given)),
        };
    }

    private static string Text(JsonObject input, object? given)
    {
        var text = given as string ?? (given is null ? input["value"]?.ToString() ?? "" : throw new ArgumentException($"{input["custom_id"]} takes a text.", nameof(given)));
        var isLeftOut = text.Length == 0 && (bool?)input["required"] == false;
        var (least, most) = ((int?)input["min_length"] ?? 1, (int?)input["max_length"] ?? 4000);
        return isLeftOut || (text.Length >= least && text.Length <= most)
            ? text
            : throw new ArgumentException($"{input["custom_id"]} takes {least} to {most} characters.", nameof(given));
    }
}
