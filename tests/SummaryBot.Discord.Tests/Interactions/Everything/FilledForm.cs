using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>A form as Discord sends it when somebody has filled it in.</summary>
internal static class FilledForm
{
    public const int TextInput = 4;
    public const int Upload = 19;

    public static IEnumerable<JsonObject> Inputs(JsonObject modal) => modal["components"]!.AsArray().Select(label => label!["component"]!.AsObject());

    public static JsonObject Of(Town town, JsonObject modal, IReadOnlyDictionary<string, JsonNode> values)
    {
        var data = new JsonObject { ["custom_id"] = modal["custom_id"]!.DeepClone() };
        var resolved = new JsonObject();
        data["components"] = new JsonArray([.. Inputs(modal).Select(input => (JsonNode)new JsonObject { ["type"] = 18, ["component"] = Filled(town, input, values, resolved) })]);
        if (resolved.Count > 0)
        {
            data["resolved"] = resolved;
        }

        return data;
    }

    private static JsonObject Filled(Town town, JsonObject input, IReadOnlyDictionary<string, JsonNode> values, JsonObject resolved)
    {
        var (id, type) = (input["custom_id"]!.GetValue<string>(), (int)input["type"]!);
        var filled = new JsonObject { ["type"] = type, ["custom_id"] = id };
        if (type == TextInput)
        {
            filled["value"] = (values.GetValueOrDefault(id) ?? input["value"] ?? "").DeepClone();
            return filled;
        }

        filled["values"] = (values.GetValueOrDefault(id) ?? new JsonArray([.. Preset(input).Select(value => JsonValue.Create(value))])).DeepClone();
        foreach (var value in filled["values"]!.AsArray().Select(value => value!.ToString()))
        {
            var (kind, known) = type switch
            {
                CommandData.ChannelMenu => ("channels", CommandData.Channel(town, value)),
                Upload => ("attachments", CommandData.Attachment(town, value)),
                _ => ("", null),
            };
            if (known is not null)
            {
                (resolved[kind] ??= new JsonObject())[value] = known;
            }
        }

        return filled;
    }

    /// <summary>What is chosen before anybody touches it.</summary>
    private static IEnumerable<string> Preset(JsonObject input) =>
        (input["default_values"] as JsonArray ?? []).Select(it => it!["id"]!.ToString())
            .Concat((input["options"] as JsonArray ?? []).Where(it => (bool?)it!["default"] == true).Select(it => it!["value"]!.ToString()));
}
