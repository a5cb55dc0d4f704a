using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>Commands and their options as they are registered, with their names and descriptions in other languages.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object"/></remarks>
internal static class CommandJson
{
    /// <summary>A command that readers use anywhere: in servers, in the bot's messages, in their own; also with the bot as an app of their own.</summary>
    public static JsonObject Slash(string name, string description, params JsonObject[] options)
    {
        var command = Described(new JsonObject { ["name"] = name, ["type"] = 1, ["description"] = description }, name);
        command["options"] = new JsonArray([.. options]);
        return Anywhere(command);
    }

    /// <summary>A command in the menu of messages, usable as <see cref="Slash"/> is. Its name may have spaces and capitals.</summary>
    /// <param name="key">Of its translations.</param>
    public static JsonObject OnMessage(string name, string key) =>
        Anywhere(Localize(new JsonObject { ["name"] = name, ["type"] = 3 }, "name_localizations", $"{key}.name"));

    /// <param name="key">Of its translations: the command's name and its own with a dot between.</param>
    public static JsonObject Option(string key, string description, int type) =>
        Described(new JsonObject { ["name"] = key[(key.LastIndexOf('.') + 1)..], ["description"] = description, ["type"] = type }, key);

    public static JsonObject Choice(string value, string key) =>
        Localize(new JsonObject { ["name"] = value, ["value"] = value }, "name_localizations", $"{key}.name");

    private static JsonObject Described(JsonObject named, string key) =>
        Localize(Localize(named, "name_localizations", $"{key}.name"), "description_localizations", $"{key}.description");

    private static JsonObject Localize(JsonObject named, string field, string key)
    {
        named[field] = Translations.Of(key);
        return named;
    }

    private static JsonObject Anywhere(JsonObject command)
    {
        command["integration_types"] = new JsonArray(0, 1);
        command["contexts"] = new JsonArray(0, 1, 2);
        return command;
    }
}
