using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>An interaction as the gateway gives it.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object"/></remarks>
internal static class InteractionJson
{
    private const int InServer = 0;
    private const int WithBot = 1;
    private const int AmongPeople = 2;

    public static int ContextOf(Channel channel, World world) => !channel.IsPrivate ? InServer
        : channel.Recipients.Contains(world.ApplicationId) ? WithBot
        : AmongPeople;

    public static JsonObject Of(World world, Interaction interaction, JsonObject data)
    {
        var channel = world.Find(interaction.ChannelId)!;
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = world.ApplicationId,
            ["type"] = interaction.Type,
            ["data"] = data,
            ["channel_id"] = interaction.ChannelId,
            ["channel"] = channel.IsPrivate ? channel.ToPrivateJson(world, world.ApplicationId) : channel.ToJson(world.GuildId),
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = PermissionBits.Text(interaction.IsUserInstalled ? PermissionBits.Usual : world.PermissionsIn(channel, world.ApplicationId)),
            ["locale"] = world.Locale,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(world, interaction, channel),
            ["context"] = ContextOf(channel, world),
            ["attachment_size_limit"] = 10485760,
        };
        AddPerson(json, world, interaction, channel);
        if (interaction.Source is { } source)
        {
            json["message"] = source.ToJson(world, withNonce: false);
        }

        return json;
    }

    /// <summary>In a server a member, elsewhere a user.</summary>
    private static void AddPerson(JsonObject json, World world, Interaction interaction, Channel channel)
    {
        if (channel.IsPrivate)
        {
            json["user"] = world.Person(interaction.UserId);
            return;
        }

        (json["guild_id"], json["guild_locale"]) = (world.GuildId, world.GuildLocale);
        json["guild"] = new JsonObject { ["id"] = world.GuildId, ["locale"] = world.GuildLocale, ["features"] = new JsonArray() };
        json["member"] = world.Guild.MemberJson(world.Person(interaction.UserId));
        json["member"]!["permissions"] = PermissionBits.Text(world.PermissionsIn(channel, interaction.UserId));
    }

    /// <summary>By the server's id where the server installed it, and 0 in its direct messages; by the person's where the person did.</summary>
    private static JsonObject Owners(World world, Interaction interaction, Channel channel) => interaction.IsUserInstalled
        ? new JsonObject { ["1"] = interaction.UserId }
        : new JsonObject { ["0"] = channel.IsPrivate ? "0" : world.GuildId };
}
