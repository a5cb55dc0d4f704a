using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>The server as GUILD_CREATE and the API give it.</summary>
internal static class GuildJson
{
    public static JsonObject Of(World world) => Of(world, world.GuildId);

    /// <summary>Every other server has channels at most.</summary>
    public static JsonObject Of(World world, string id) => new()
    {
        ["id"] = id,
        ["name"] = "Test server",
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["owner_id"] = world.Guild.OwnerId,
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["roles"] = id == world.GuildId ? world.Guild.RolesJson() : [new Access.Role(id, "@everyone", Access.PermissionBits.Usual).ToJson(0)],
        ["emojis"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["mfa_level"] = 0,
        ["application_id"] = null,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["vanity_url_code"] = null,
        ["description"] = null,
        ["banner"] = null,
        ["premium_tier"] = 0,
        ["preferred_locale"] = "en-US",
        ["public_updates_channel_id"] = null,
        ["nsfw_level"] = 0,
        ["stickers"] = new JsonArray(),
        ["premium_progress_bar_enabled"] = false,
        ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
        ["large"] = false,
        ["unavailable"] = false,
        ["member_count"] = 2,
        ["voice_states"] = new JsonArray(),
        ["members"] = new JsonArray(world.Guild.MemberJson(world.Bot())),
        ["channels"] = new JsonArray([.. world.Channels.Values.Where(channel => id == (channel.GuildId ?? world.GuildId) && channel.Thread is null).Select(channel => (JsonNode)channel.ToJson(id))]),
        ["threads"] = new JsonArray([.. world.Channels.Values.Where(channel => id == world.GuildId && channel.Thread is { IsArchived: false }).Select(channel => (JsonNode)channel.ToJson(id))]),
        ["presences"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["soundboard_sounds"] = new JsonArray(),
    };
}
