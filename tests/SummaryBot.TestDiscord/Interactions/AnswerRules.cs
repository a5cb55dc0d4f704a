using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rest;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What the first answer to an interaction must keep to.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type"/></remarks>
internal static class AnswerRules
{
    public const int Reply = 4;
    public const int DeferredReply = 5;
    public const int DeferredUpdate = 6;
    public const int Update = 7;
    public const int AutocompleteResult = 8;
    public const int Modal = 9;

    private const string Callback = "post /interactions/{interaction_id}/{interaction_token}/callback";
    private const string Posting = "post /webhooks/{webhook_id}/{webhook_token}";

    public static RestReply? Check(Interaction interaction, JsonObject answer, int type)
    {
        var errors = BodyRules.Committed.Check(Callback, answer).ToList();
        var allowed = Allowed(interaction);
        if (!allowed.Contains(type))
        {
            errors.Add(new BodyError("type", "BASE_TYPE_CHOICES", $"This interaction takes {string.Join(", ", allowed)}."));
        }

        if (errors.Count > 0)
        {
            return RestError.InvalidForm(errors);
        }

        var data = answer["data"] as JsonObject ?? [];
        errors = type switch
        {
            AutocompleteResult => [.. Objects(data["choices"]).SelectMany((choice, i) => CheckChoice(choice, interaction.FocusedType, $"data.choices.{i}"))],
            Modal => [.. ModalRules.Check(data, "data")],
            _ => [],
        };
        return errors.Count > 0 ? RestError.InvalidForm(errors) : CheckMessage(interaction, data, type);
    }

    private static int[] Allowed(Interaction interaction) => interaction.Type switch
    {
        Interaction.Autocomplete => [AutocompleteResult],
        Interaction.Component => [Reply, DeferredReply, DeferredUpdate, Update, Modal],
        Interaction.ModalSubmit => interaction.Source is null ? [Reply, DeferredReply] : [Reply, DeferredReply, DeferredUpdate, Update],
        _ => [Reply, DeferredReply, Modal],
    };

    private static RestReply? CheckMessage(Interaction interaction, JsonObject data, int type) => type switch
    {
        Reply => Under("data", Messages.Check(Posting, data)),
        Update => Under("data", Messages.CheckEdit(interaction.Source!, data, "patch /webhooks/{webhook_id}/{webhook_token}/messages/@original")),
        _ => null,
    };

    /// <summary>The faults of a message are those of the answer's data.</summary>
    private static RestReply? Under(string field, RestReply? reply)
    {
        if (reply?.Body?["errors"] is { } errors)
        {
            reply.Body["errors"] = new JsonObject { [field] = errors.DeepClone() };
        }

        return reply;
    }

    private static IEnumerable<BodyError> CheckChoice(JsonObject choice, int focusedType, string path)
    {
        var value = choice["value"];
        var fits = focusedType == CommandInput.Text
            ? value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length is >= 1 and <= 100
            : value?.GetValueKind() == JsonValueKind.Number && (focusedType != CommandInput.Integer || Math.Floor(ScalarRules.Number(value)) == ScalarRules.Number(value));
        if (!fits)
        {
            yield return new BodyError($"{path}.value", "CHOICE_VALUE", "The value is of the option's type; a text has 1 to 100 characters.");
        }

        if (choice["name"]?.ToString().Trim().Length is not (>= 1 and <= 100))
        {
            yield return new BodyError($"{path}.name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();
}
