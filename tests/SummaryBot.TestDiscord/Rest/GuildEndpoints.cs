using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;
using SummaryBot.TestDiscord.Gateway;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>The server, its roles, members and channels, direct channels, and the application itself.</summary>
internal sealed class GuildEndpoints(World world)
{
    private static readonly string[] OfTheGateway =
    [
        "joined_at", "large", "unavailable", "member_count", "voice_states", "members", "channels", "threads", "presences", "stage_instances",
        "guild_scheduled_events", "soundboard_sounds",
    ];

    public RestReply Get(string id) => Elsewhere(id) ?? RestReply.Ok(Shown());

    public RestReply Channels(string id) => Elsewhere(id)
        ?? RestReply.Ok(new JsonArray([.. world.Channels.Values.Where(channel => channel.Thread is null && (channel.GuildId ?? world.GuildId) == world.GuildId).Select(channel => (JsonNode)channel.ToJson(world.GuildId))]));

    public RestReply Roles(string id) => Elsewhere(id) ?? RestReply.Ok(world.Guild.RolesJson());

    public RestReply Member(string id, string userId) => Elsewhere(id)
        ?? (world.Guild.Has(userId)
            ? RestReply.Ok(world.Guild.MemberJson(userId == world.ApplicationId ? world.Bot() : world.Person(userId)))
            : RestError.Of(404, 10007, "Unknown Member"));

    public RestReply Channel(string id) => world.Find(id) is not { } channel ? RestError.UnknownChannel
        : (world.PermissionsIn(channel, world.ApplicationId) & PermissionBits.ViewChannel) == 0 ? RestError.MissingAccess
        : RestReply.Ok(channel.IsPrivate ? channel.ToPrivateJson(world, world.ApplicationId) : channel.ToJson(world.GuildId));

    /// <summary>A direct channel opens with everybody; whether a message comes through shows when one is sent.</summary>
    public RestReply OpenDirectChannel(JsonNode? body)
    {
        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        var errors = BodyRules.Committed.Check("post /users/@me/channels", fields);
        return errors.Count > 0 ? RestError.InvalidForm(errors)
            : fields["recipient_id"]?.ToString() is not { Length: > 0 } recipient || recipient == world.ApplicationId
                ? RestError.Of(400, 50033, "Invalid Recipient(s)")
            : RestReply.Ok(world.DirectChannel(world.ApplicationId, recipient).ToPrivateJson(world, world.ApplicationId));
    }

    public RestReply Application() => RestReply.Ok(new JsonObject
    {
        ["id"] = world.ApplicationId,
        ["name"] = "SummaryBot",
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = world.Bot(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = world.Person(),
        ["approximate_guild_count"] = 1,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray(),
    });

    private RestReply? Elsewhere(string id) => id == world.GuildId ? null : RestError.Of(404, 10004, "Unknown Guild");

    /// <summary>The server without what only the gateway tells, and with what only the API does.</summary>
    private JsonObject Shown()
    {
        var json = GuildJson.Of(world);
        foreach (var field in OfTheGateway)
        {
            json.Remove(field);
        }

        foreach (var field in new[] { "home_header", "widget_channel_id", "max_presences", "safety_alerts_channel_id", "incidents_data" })
        {
            json[field] = null;
        }

        (json["region"], json["widget_enabled"], json["nsfw"]) = ("deprecated", false, false);
        (json["max_members"], json["max_video_channel_users"], json["max_stage_video_channel_users"]) = (500_000, 25, 50);
        json["premium_subscription_count"] = 0;
        return json;
    }
}
