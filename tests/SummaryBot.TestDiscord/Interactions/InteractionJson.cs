using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>An interaction as the gateway gives it.</summary>
internal static class InteractionJson
{
    private const string AllPermissions = "2248473465835073";

    public static JsonObject Of(World world, Interaction interaction, JsonObject data)
    {
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = world.ApplicationId,
            ["type"] = interaction.Type,
            ["data"] = data,
            ["guild_id"] = world.GuildId,
            ["channel_id"] = interaction.ChannelId,
            ["channel"] = world.Channels[interaction.ChannelId].ToJson(world.GuildId, world.ApplicationId),
            ["member"] = new JsonObject
            {
                ["user"] = world.Person(interaction.UserId),
                ["roles"] = new JsonArray(),
                ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
                ["deaf"] = false,
                ["mute"] = false,
                ["flags"] = 0,
                ["permissions"] = AllPermissions,
            },
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = AllPermissions,
            ["locale"] = "en-GB",
            ["guild_locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = world.GuildId },
            ["context"] = 0,
            ["attachment_size_limit"] = 10485760,
        };
        if (interaction.Source is { } source)
        {
            json["message"] = source.ToJson(world, withNonce: false);
        }

        return json;
    }
}
