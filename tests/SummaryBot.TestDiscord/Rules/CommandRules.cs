using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>The rules of commands that Discord's document lacks.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/application-commands"/></remarks>
internal static class CommandRules
{
    private const int MaxText = 8000;
    private const int ChatInput = 1;

    /// <summary>By type: chat input, user, message, entry point.</summary>
    private static readonly Dictionary<string, int> MostOfType = new(StringComparer.Ordinal) { ["1"] = 100, ["2"] = 15, ["3"] = 15, ["4"] = 1 };

    public static IEnumerable<BodyError> Check(JsonArray commands)
    {
        var names = commands.OfType<JsonObject>().Select(command => (command["name"]?.ToString(), command["type"]?.ToString() ?? "1")).ToList();
        if (names.Distinct().Count() != names.Count)
        {
            yield return new BodyError("", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }

        foreach (var type in names.GroupBy(name => name.Item2, StringComparer.Ordinal).Where(type => MostOfType.TryGetValue(type.Key, out var most) && type.Count() > most))
        {
            yield return new BodyError("", "APPLICATION_COMMAND_TOO_MANY", $"At most {MostOfType[type.Key]} commands of type {type.Key}.");
        }

        foreach (var (command, i) in commands.OfType<JsonObject>().Select((command, i) => (command, i)))
        {
            foreach (var error in Check(command, $"{i}"))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<BodyError> Check(JsonObject command, string path)
    {
        if ((int?)command["type"] is null or ChatInput)
        {
            foreach (var error in CheckNames(command, path))
            {
                yield return error;
            }

            if (string.IsNullOrWhiteSpace(command["description"]?.ToString()))
            {
                yield return new BodyError($"{path}.description", "BASE_TYPE_REQUIRED", "This field is required");
            }
        }
        else if (!string.IsNullOrEmpty(command["description"]?.ToString()) || command["options"] is JsonArray { Count: > 0 })
        {
            yield return new BodyError(path, "APPLICATION_COMMAND_CONTEXT_MENU", "A command on a user or message has no description and no options.");
        }

        if (TextLength(command) > MaxText)
        {
            yield return new BodyError(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MaxText})");
        }
    }

    private static IEnumerable<BodyError> CheckNames(JsonObject named, string path)
    {
        var name = named["name"]?.ToString() ?? "";
        if (!Regex.IsMatch(name, @"^[-_'\p{L}\p{N}]{1,32}$", RegexOptions.None, TimeSpan.FromSeconds(1)) || name.Any(char.IsUpper))
        {
            yield return new BodyError($"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }

        var options = (named["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var required = options.Select(option => (bool?)option["required"] == true).ToList();
        if (required.LastIndexOf(true) > required.IndexOf(false) && required.Contains(false))
        {
            yield return new BodyError(
                $"{path}.options",
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options");
        }

        if (options.Select(option => option["name"]?.ToString()).Distinct().Count() != options.Count)
        {
            yield return new BodyError($"{path}.options", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
        }

        for (var i = 0; i < options.Count; i++)
        {
            foreach (var error in CheckNames(options[i], $"{path}.options.{i}").Concat(OptionRules.Check(options[i], $"{path}.options.{i}")))
            {
                yield return error;
            }
        }
    }

    /// <summary>Names, descriptions and values together, of its options and their choices too; of a text in several languages the longest counts.</summary>
    /// <remarks><see href="https://discord.com/developers/docs/interactions/application-commands#slash-commands"/></remarks>
    public static int TextLength(JsonObject command) =>
        Longest(command, "name") + Longest(command, "description") + ((command["value"] as JsonValue)?.ToString().Length ?? 0)
        + new[] { "options", "choices" }.SelectMany(inner => command[inner] as JsonArray ?? []).OfType<JsonObject>().Sum(TextLength);

    private static int Longest(JsonObject named, string field) =>
        (named[$"{field}_localizations"] as JsonObject ?? []).Select(it => it.Value).Append(named[field]).Max(text => text?.ToString().Length ?? 0);
}
