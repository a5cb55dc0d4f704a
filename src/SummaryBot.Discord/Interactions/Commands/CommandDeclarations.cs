using System.Text.Json.Nodes;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>Writes what was declared as Discord registers it, with names and descriptions in every language that Discord has.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object"/></remarks>
internal static class CommandDeclarations
{
    private const int OnMessage = 3;

    public static IEnumerable<JsonObject> Of(IEnumerable<CommandSpec> commands) => commands.GroupBy(it => it.Family, StringComparer.Ordinal).Select(Top);

    private static JsonObject Top(IGrouping<string, CommandSpec> family)
    {
        var first = family.First();
        var json = first.IsOnMessage ? new JsonObject { ["name"] = Words.English.Plain($"{family.Key}.name"), ["type"] = OnMessage } : Described(family.Key, family.Key);
        if (first.IsOnMessage)
        {
            Localize(json, "name", $"{family.Key}.name");
        }
        else
        {
            json["type"] = 1;
            json["options"] = Inner([.. family], depth: 1);
        }

        if (first.Audience != CommandAudience.Operator) // a server's own commands are in that server
        {
            json["contexts"] = new JsonArray([.. Contexts(first).Select(it => JsonValue.Create(it))]);
            json["integration_types"] = first.IsUserInstallable ? new JsonArray(0, 1) : new JsonArray(0);
        }

        if (first.Audience != CommandAudience.Reader)
        {
            json["default_member_permissions"] = $"{PermissionBits.ManageGuild}";
        }

        return json;
    }

    private static IEnumerable<int> Contexts(CommandSpec command) => command.Audience != CommandAudience.Reader ? [0]
        : new[] { (CommandPlaces.Guild, 0), (CommandPlaces.BotDm, 1), (CommandPlaces.PrivateChannel, 2) }.Where(it => command.Places.HasFlag(it.Item1)).Select(it => it.Item2);

    /// <summary>The options of a command, or its groups and sub-commands.</summary>
    private static JsonArray Inner(IReadOnlyList<CommandSpec> commands, int depth)
    {
        if (commands is [var only] && only.Path.Split(' ').Length == depth)
        {
            return [.. only.Options.Select(option => (JsonNode)Option(only.Family, option))];
        }

        return [.. commands.GroupBy(it => it.Path.Split(' ')[depth], StringComparer.Ordinal).Select(JsonNode (inner) =>
        {
            var isCommand = inner.Count() == 1 && inner.First().Path.Split(' ').Length == depth + 1;
            var json = Described(inner.Key, string.Join('.', inner.First().Path.Split(' ').Take(depth + 1)));
            json["type"] = isCommand ? InteractionOptions.SubCommand : InteractionOptions.Group;
            json["options"] = Inner([.. inner], depth + 1);
            return json;
        })];
    }

    private static JsonObject Option(string family, OptionSpec option)
    {
        var key = $"{family}.option.{option.Name}";
        var json = Described(option.Name, key);
        json["type"] = TypeOf(option.Type);
        json["required"] = option.IsRequired;
        if (option.HasAutocomplete)
        {
            json["autocomplete"] = true;
        }

        if (option.Choices.Count > 0)
        {
            json["choices"] = new JsonArray([.. option.Choices.Select(choice => (JsonNode)Localize(
                new JsonObject { ["name"] = Words.English.Plain($"{key}.{choice}"), ["value"] = choice }, "name", $"{key}.{choice}"))]);
        }

        AddLimits(json, option);
        if (option.ChannelTypes.Count > 0)
        {
            json["channel_types"] = new JsonArray([.. option.ChannelTypes.Select(type => JsonValue.Create((int)type))]);
        }

        return json;
    }

    private static void AddLimits(JsonObject json, OptionSpec option)
    {
        var (least, most) = option.Type == OptionType.Integer ? ("min_value", "max_value") : ("min_length", "max_length");
        if (option.Min is { } min)
        {
            json[least] = min;
        }

        if (option.Max is { } max)
        {
            json[most] = max;
        }
    }

    private static JsonObject Described(string name, string key)
    {
        var json = new JsonObject { ["name"] = name, ["description"] = Words.English.Plain($"{key}.description") };
        return Localize(Localize(json, "name", $"{key}.name"), "description", $"{key}.description");
    }

    private static JsonObject Localize(JsonObject json, string field, string key)
    {
        json[$"{field}_localizations"] = new JsonObject(UiLanguage.OfDiscord.Select(it => KeyValuePair.Create<string, JsonNode?>(it.Code, new Words(it).Plain(key))));
        return json;
    }

    private static int TypeOf(OptionType type) => type switch
    {
        OptionType.Integer => InteractionOptions.IntegerType,
        OptionType.Truth => InteractionOptions.TruthType,
        OptionType.Channel => InteractionOptions.ChannelType,
        OptionType.Role => InteractionOptions.RoleType,
        OptionType.User => InteractionOptions.UserType,
        OptionType.File => InteractionOptions.AttachmentType,
        _ => InteractionOptions.TextType,
    };
}
