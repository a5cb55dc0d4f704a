using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>The rules of one option of a command that Discord's document lacks.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure"/></remarks>
internal static class OptionRules
{
    private const int MaxChoiceValue = 100;

    public static IEnumerable<BodyError> Check(JsonObject option, string path)
    {
        var choices = (option["choices"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (choices.Count > 0 && option["autocomplete"]?.GetValueKind() == JsonValueKind.True)
        {
            yield return new BodyError($"{path}.choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Choices and autocomplete exclude each other.");
        }

        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i]["value"]?.GetValueKind() == JsonValueKind.String && choices[i]["value"]!.GetValue<string>().Trim().Length is 0 or > MaxChoiceValue)
            {
                yield return new BodyError($"{path}.choices.{i}.value", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {MaxChoiceValue} in length.");
            }
        }

        if (choices.Select(choice => choice["name"]?.ToString()).Distinct().Count() != choices.Count)
        {
            yield return new BodyError($"{path}.choices", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Option choice name already exists");
        }

        foreach (var (least, most) in new[] { ("min_value", "max_value"), ("min_length", "max_length") })
        {
            if (option[least] is JsonValue low && option[most] is JsonValue high && ScalarRules.Number(low) > ScalarRules.Number(high))
            {
                yield return new BodyError($"{path}.{least}", "APPLICATION_COMMAND_OPTIONS_MIN_MAX", $"{least} is greater than {most}.");
            }
        }
    }
}
