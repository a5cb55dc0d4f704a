using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>READY: <see href="https://discord.com/developers/docs/events/gateway-events#ready"/>.</summary>
internal static class ReadyJson
{
    public static JsonObject Of(World world, GatewaySession session, IEnumerable<string> guilds, Uri address) => new()
    {
        ["v"] = 10,
        ["user"] = world.Bot(),
        ["guilds"] = new JsonArray([.. guilds.Select(id => new JsonObject { ["id"] = id, ["unavailable"] = true })]),
        ["session_id"] = session.Id,
        ["resume_gateway_url"] = address.ToString().TrimEnd('/'),
        ["shard"] = new JsonArray(session.Identity.Shard, session.Identity.Shards),
        ["application"] = new JsonObject { ["id"] = world.ApplicationId, ["flags"] = 0 },
        ["session_type"] = "normal",
    };
}
