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
    private const int MaxText = 4000;
    private const int MostFields = 5;
    private const int MostOptions = 25;
    private const int MostBoxes = 10;

    /// <param name="customId">Of the form.</param>
    public static JsonObject Of(Form form, string customId) => new()
    {
        ["title"] = Label.Of(form.Title, MaxTitle),
        ["custom_id"] = customId,
        ["components"] = new JsonArray([.. form.Fields.Take(MostFields).Select(field => (JsonNode)Labeled(field))]),
    };

    private static JsonObject Labeled(FormField field)
    {
        var label = new JsonObject { ["type"] = 18, ["label"] = Label.Of(field.Label, MaxTitle), ["component"] = Input(field) };
        if (Label.OrNull(field.Description, MaxDescription) is { } description)
        {
            label["description"] = description;
        }

        return label;
    }

    private static JsonObject Input(FormField field) => field switch
    {
        FormField.TextField it => Text(it),
        FormField.ChannelField it => Channel(it),
        FormField.SelectField it => Choice(3, it, ReplyRenderer.Options(it.Options, MostOptions), it.Min, it.Max),
        FormField.CheckboxesField it => Choice(22, it, ReplyRenderer.Options(it.Options, MostBoxes), it.Min, it.Max),
        _ => new JsonObject { ["type"] = 19, ["custom_id"] = field.Id, ["required"] = field.IsRequired, ["max_values"] = 1 },
    };

    private static JsonObject Text(FormField.TextField field)
    {
        var most = Math.Clamp(field.Max, 1, MaxText);
        var least = Math.Clamp(field.Min, 0, most);
        var input = new JsonObject
        {
            ["type"] = 4,
            ["custom_id"] = field.Id,
            ["style"] = field.IsLong ? 2 : 1,
            ["required"] = field.IsRequired,
            ["min_length"] = least,
            ["max_length"] = most,
        };
        var value = field.Value is { } given && given.Length > most ? (most < 2 ? "" : WordCut.To(given, most)) : field.Value;
        if (value is { Length: > 0 } && value.Length >= least)
        {
            input["value"] = value;
        }

        if (Label.OrNull(field.Placeholder, MaxDescription) is { } placeholder)
        {
            input["placeholder"] = placeholder;
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
            ["channel_types"] = new JsonArray([.. field.Types.Distinct().Select(type => JsonValue.Create((int)type))]),
        };
        if (field.Chosen is { } chosen)
        {
            input["default_values"] = new JsonArray(new JsonObject { ["type"] = "channel", ["id"] = chosen });
        }

        return input;
    }

    private static JsonObject Choice(int type, FormField field, IReadOnlyList<MenuOption> options, int min, int max)
    {
        var most = Math.Clamp(max, 1, options.Count);
        return new JsonObject
        {
            ["type"] = type,
            ["custom_id"] = field.Id,
            ["required"] = field.IsRequired,
            ["min_values"] = Math.Clamp(min, field.IsRequired ? 1 : 0, most),
            ["max_values"] = most,
            ["options"] = ReplyRenderer.Json(options, most),
        };
    }
}
