using System.Text.Json.Nodes;
using SummaryBot.Articles;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>Writes a form as Discord opens it: each field in a label.</summary>
/// <remarks><see href="https://discord.com/developers/docs/components/using-modal-components"/></remarks>
internal static class FormJson
{
    private const int MaxTitle = 45;
    private const int MaxDescription = 100;

    /// <param name="customId">Of the form.</param>
    public static JsonObject Of(Form form, string customId) => new()
    {
        ["title"] = WordCut.To(form.Title, MaxTitle),
        ["custom_id"] = customId,
        ["components"] = new JsonArray([.. form.Fields.Select(field => (JsonNode)Label(field))]),
    };

    private static JsonObject Label(FormField field)
    {
        var label = new JsonObject { ["type"] = 18, ["label"] = WordCut.To(field.Label, MaxTitle), ["component"] = Input(field) };
        if (field.Description is { } description)
        {
            label["description"] = WordCut.To(description, MaxDescription);
        }

        return label;
    }

    private static JsonObject Input(FormField field) => field switch
    {
        FormField.TextField it => Text(it),
        FormField.ChannelField it => Channel(it),
        FormField.SelectField it => Choice(3, it, it.Options, it.Min, it.Max),
        FormField.CheckboxesField it => Choice(22, it, it.Options, it.Min, it.Max),
        _ => new JsonObject { ["type"] = 19, ["custom_id"] = field.Id, ["required"] = field.IsRequired, ["max_values"] = 1 },
    };

    private static JsonObject Text(FormField.TextField field)
    {
        var input = new JsonObject
        {
            ["type"] = 4,
            ["custom_id"] = field.Id,
            ["style"] = field.IsLong ? 2 : 1,
            ["required"] = field.IsRequired,
            ["min_length"] = field.Min,
            ["max_length"] = field.Max,
        };
        if (field.Value is { Length: > 0 } value)
        {
            input["value"] = value;
        }

        if (field.Placeholder is { } placeholder)
        {
            input["placeholder"] = WordCut.To(placeholder, MaxDescription);
        }

        return input;
    }

    private static JsonObject Channel(FormField.ChannelField field)
    {
        var input = new JsonObject
        {
            ["type"] = 8,
            ["custom_id"] = field.Id,
            ["required"] = field.IsRequired,
            ["channel_types"] = new JsonArray([.. field.Types.Select(type => JsonValue.Create((int)type))]),
        };
        if (field.Chosen is { } chosen)
        {
            input["default_values"] = new JsonArray(new JsonObject { ["type"] = "channel", ["id"] = chosen });
        }

        return input;
    }

    private static JsonObject Choice(int type, FormField field, IReadOnlyList<MenuOption> options, int min, int max) => new()
    {
        ["type"] = type,
        ["custom_id"] = field.Id,
        ["required"] = field.IsRequired,
        ["min_values"] = min,
        ["max_values"] = max,
        ["options"] = new JsonArray([.. options.Select(option => (JsonNode)ReplyRenderer.Option(option))]),
    };
}
