using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>Ways to fill a form in: as it opens, with all that is empty filled, with other texts, each text at its limit and beyond.</summary>
internal static class FormSamples
{
    /// <summary>By the fields' ids.</summary>
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["time"] = "07:30",
        ["zone"] = "Europe/London",
        ["url"] = TownNews.ThirdFeed,
        ["source"] = TownNews.OtherFeed,
    };

    public static IEnumerable<IReadOnlyDictionary<string, JsonNode>> Of(Town town, JsonObject modal)
    {
        yield return Filled(town, modal);
        yield return new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        yield return Texts.Where(text => FilledForm.Inputs(modal).Any(input => input["custom_id"]!.GetValue<string>() == text.Key)).ToDictionary(text => text.Key, text => (JsonNode)text.Value, StringComparer.Ordinal);
        foreach (var input in FilledForm.Inputs(modal).Where(input => (int)input["type"]! == FilledForm.TextInput))
        {
            yield return Long(town, modal, input, beyond: 0);
            yield return Long(town, modal, input, beyond: 1);
        }
    }

    private static Dictionary<string, JsonNode> Filled(Town town, JsonObject modal)
    {
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var input in FilledForm.Inputs(modal))
        {
            if (Value(town, input) is { } value)
            {
                values[input["custom_id"]!.GetValue<string>()] = value;
            }
        }

        return values;
    }

    private static Dictionary<string, JsonNode> Long(Town town, JsonObject modal, JsonObject input, int beyond) => new(Filled(town, modal), StringComparer.Ordinal)
    {
        [input["custom_id"]!.GetValue<string>()] = new string('x', ((int?)input["max_length"] ?? 4000) + beyond),
    };

    /// <summary>Null where what it opens with stays.</summary>
    private static JsonNode? Value(Town town, JsonObject input) => (int)input["type"]! switch
    {
        FilledForm.TextInput => (input["value"]?.ToString() ?? "").Length > 0 ? null : Texts.GetValueOrDefault(input["custom_id"]!.GetValue<string>(), "sample"),
        CommandData.ChannelMenu => input["default_values"] is null ? new JsonArray(town.Home.ChannelId) : null,
        FilledForm.Upload => new JsonArray(CommandData.Upload(town, "file.opml", Samples.Opml)),
        _ => (input["options"] as JsonArray)?.Any(option => (bool?)option!["default"] == true) == true ? null : new JsonArray(input["options"]![0]!["value"]!.DeepClone()),
    };
}
