using System.Text.Json.Nodes;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>Something that somebody is about to ask. It can be asked again and again.</summary>
/// <param name="Type">One of <see cref="HandMade"/>.</param>
/// <param name="Data">Of the interaction.</param>
internal sealed record Question(Person Who, int Type, JsonObject Data)
{
    /// <summary>The message that was clicked; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>Whether everybody may see the answer.</summary>
    public bool AsksPublicly { get; init; }

    public static Question Command(Town town, Person who, CommandSpec spec, IReadOnlyDictionary<string, JsonNode?> options) =>
        new(who, HandMade.Command, CommandData.Of(town, spec, options, focused: null)) { AsksPublicly = (options.GetValueOrDefault("show") as JsonValue)?.GetValueKind() == System.Text.Json.JsonValueKind.True };

    /// <summary>While an option is being typed.</summary>
    public static Question Typing(Town town, Person who, CommandSpec spec, IReadOnlyDictionary<string, JsonNode?> options, string option) =>
        new(who, HandMade.Autocomplete, CommandData.Of(town, spec, options, option));

    public static Question OnMessage(Person who, CommandSpec spec, JsonObject message) => new(who, HandMade.Command, new JsonObject
    {
        ["id"] = "1",
        ["type"] = 3,
        ["name"] = Words.English.Plain($"{spec.Family}.name"),
        ["target_id"] = message["id"]!.DeepClone(),
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [message["id"]!.GetValue<string>()] = message.DeepClone() } },
    });

    public static Question Click(Person who, string messageId, string customId) =>
        new(who, HandMade.Component, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 }) { Source = messageId };

    /// <param name="menu">As it stands in the message.</param>
    public static Question Choose(Town town, Person who, string messageId, JsonObject menu, params IReadOnlyList<string> values)
    {
        var type = (int)menu["type"]!;
        var data = new JsonObject
        {
            ["custom_id"] = menu["custom_id"]!.DeepClone(),
            ["component_type"] = type,
            ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
        };
        if (type == CommandData.ChannelMenu)
        {
            data["resolved"] = new JsonObject { ["channels"] = new JsonObject(values.Select(value => KeyValuePair.Create(value, CommandData.Channel(town, value)))) };
        }

        return new Question(who, HandMade.Component, data) { Source = messageId };
    }

    /// <summary>Sends a form.</summary>
    /// <param name="values">Texts, or lists, by their fields; what is not there keeps what the form opened with.</param>
    public static Question Submit(Town town, Person who, JsonObject modal, string? source, IReadOnlyDictionary<string, JsonNode> values) =>
        new(who, HandMade.Modal, FilledForm.Of(town, modal, values)) { Source = source };

    public JsonObject Make(Town town) => town.Bot.Hand.Make(Type, Data.DeepClone().AsObject(), Who.Sign, Who.Id, Source, Source is null ? Who.At.ChannelId : null);
}
