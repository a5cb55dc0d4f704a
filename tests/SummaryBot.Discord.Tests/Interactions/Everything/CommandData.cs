using System.Text.Json.Nodes;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions;
using SummaryBot.TestDiscord.Interactions;
using PermissionBits = SummaryBot.TestDiscord.Access.PermissionBits;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>A typed command as Discord sends it, with any values.</summary>
internal static class CommandData
{
    public const int ChannelMenu = 8;

    /// <param name="focused">The option that is being typed; null for a command that is sent.</param>
    public static JsonObject Of(Town town, CommandSpec spec, IReadOnlyDictionary<string, JsonNode?> options, string? focused)
    {
        var path = spec.Path.Split(' ');
        var inner = new JsonArray([.. options.Select(given => (JsonNode)Option(spec.Options.FirstOrDefault(it => it.Name == given.Key), given.Key, given.Value, given.Key == focused))]);
        for (var depth = path.Length - 1; depth > 0; depth--)
        {
            var type = depth == path.Length - 1 ? InteractionOptions.SubCommand : InteractionOptions.Group;
            inner = [new JsonObject { ["name"] = path[depth], ["type"] = type, ["options"] = inner }];
        }

        var data = new JsonObject { ["id"] = "1", ["name"] = path[0], ["type"] = 1, ["options"] = inner };
        if (Resolved(town, spec, options) is { Count: > 0 } resolved)
        {
            data["resolved"] = resolved;
        }

        return data;
    }

    public static JsonNode? Channel(Town town, string id)
    {
        var world = town.Bot.Server.World;
        return world.Channels.TryGetValue(id, out var channel)
            ? new JsonObject { ["id"] = id, ["name"] = channel.Name, ["type"] = channel.Type, ["permissions"] = PermissionBits.Text(PermissionBits.Usual) }
            : null;
    }

    /// <summary>Uploads a file as Discord does before a command is sent.</summary>
    public static string Upload(Town town, string name, string content)
    {
        lock (town.Bot.Server.World.Gate)
        {
            var id = town.Bot.Server.World.NewId();
            town.Bot.Server.World.Uploaded[id] = new SentFile(name, System.Text.Encoding.UTF8.GetBytes(content));
            return id;
        }
    }

    public static JsonNode? Attachment(Town town, string id)
    {
        var world = town.Bot.Server.World;
        return world.Uploaded.TryGetValue(id, out var file)
            ? new JsonObject { ["id"] = id, ["filename"] = file.Name, ["size"] = file.Content.Length, ["url"] = $"{world.Address}ephemeral-attachments/{world.ApplicationId}/{id}/{file.Name}" }
            : null;
    }

    private static JsonObject Option(OptionSpec? declared, string name, JsonNode? value, bool isFocused)
    {
        var option = new JsonObject { ["name"] = name, ["type"] = TypeOf(declared?.Type ?? OptionType.Text), ["value"] = value?.DeepClone() };
        if (isFocused)
        {
            option["focused"] = true;
        }

        return option;
    }

    private static JsonObject Resolved(Town town, CommandSpec spec, IReadOnlyDictionary<string, JsonNode?> options)
    {
        var resolved = new JsonObject();
        foreach (var option in spec.Options)
        {
            var id = options.GetValueOrDefault(option.Name)?.ToString() ?? "";
            var (kind, known) = option.Type switch
            {
                OptionType.Channel => ("channels", Channel(town, id)),
                OptionType.Role => ("roles", Role(town, id)),
                OptionType.User => ("users", new JsonObject { ["id"] = id, ["username"] = "reader" }),
                OptionType.File => ("attachments", Attachment(town, id)),
                _ => ("", (JsonNode?)null),
            };
            if (known is not null)
            {
                (resolved[kind] ??= new JsonObject())[id] = known;
            }
        }

        return resolved;
    }

    private static JsonObject? Role(Town town, string id) =>
        town.Bot.Server.World.Guild.Roles.Any(role => role.Id == id) ? new JsonObject { ["id"] = id, ["name"] = "readers" } : null;

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
