using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>Who identified: its shard, and the events it asked for.</summary>
public sealed record GatewayIdentity(int Shard, int Shards, int Intents)
{
    private const int Guilds = 1;
    private const int GuildMembers = 1 << 1;
    private const int GuildPresences = 1 << 8;
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;
    private const int MessageContent = 1 << 15;
    private const int Privileged = GuildMembers | GuildPresences | MessageContent;

    /// <summary>Bits 0 to 16, auto moderation (20, 21) and polls (24, 25).</summary>
    private const int Known = ((1 << 17) - 1) | (3 << 20) | (3 << 24);

    /// <summary>Reads an identify.</summary>
    /// <returns>The identity, or the code to close with.</returns>
    internal static (GatewayIdentity? Identity, int Code) Read(JsonNode? data, World world, GatewayOptions options)
    {
        if (data is not JsonObject fields || fields["token"] is not JsonValue token || !token.TryGetValue<string>(out var text)
            || fields["properties"] is not JsonObject || Number(fields["intents"]) is not { } intents || !HasOptionals(fields))
        {
            return (null, 4002);
        }

        if (text != world.Token)
        {
            return (null, 4004);
        }

        if ((intents & ~Known) != 0 || ((intents & Privileged) != 0 && !options.AllowsPrivilegedIntents))
        {
            return (null, (intents & ~Known) != 0 ? 4013 : 4014);
        }

        int[] shard = fields["shard"] is JsonArray pair ? [.. pair.Select(it => Number(it)!.Value)] : [0, 1];
        return shard is [var index, var count] && index >= 0 && index < count ? (new GatewayIdentity(index, count, intents), 0) : (null, 4010);
    }

    /// <summary>Whether an event goes to this shard, and is among those it asked for.</summary>
    public bool Gets(string name, JsonObject data)
    {
        var guild = (name.StartsWith("GUILD_", StringComparison.Ordinal) && data["guild_id"] is null ? data["id"] : data["guild_id"])?.ToString();
        return ShardOf(guild, Shards) == Shard && (Intent(name, guild) & ~Intents) == 0;
    }

    /// <summary>What has no server, as a direct message has none, goes to shard 0.</summary>
    internal static int ShardOf(string? guildId, int shards) =>
        guildId is null ? 0 : (int)((ulong.Parse(guildId, System.Globalization.CultureInfo.InvariantCulture) >> 22) % (ulong)shards);

    /// <remarks><see href="https://discord.com/developers/docs/events/gateway#list-of-intents"/></remarks>
    private static int Intent(string name, string? guildId) => name switch
    {
        _ when name.StartsWith("MESSAGE_", StringComparison.Ordinal) => guildId is null ? DirectMessages : GuildMessages,
        _ when name.StartsWith("GUILD_MEMBER", StringComparison.Ordinal) => GuildMembers,
        "PRESENCE_UPDATE" => GuildPresences,
        _ when name.StartsWith("GUILD_", StringComparison.Ordinal) => Guilds,
        _ when name.StartsWith("CHANNEL_", StringComparison.Ordinal) || name.StartsWith("THREAD_", StringComparison.Ordinal) => Guilds,
        _ => 0,
    };

    private static bool HasOptionals(JsonObject fields) =>
        (!fields.ContainsKey("shard") || (fields["shard"] is JsonArray { Count: 2 } shard && shard.All(it => Number(it) is not null)))
        && (!fields.ContainsKey("compress") || fields["compress"] is JsonValue compress && compress.TryGetValue<bool>(out _))
        && (!fields.ContainsKey("large_threshold") || Number(fields["large_threshold"]) is >= 50 and <= 250)
        && (!fields.ContainsKey("presence") || fields["presence"] is JsonObject or null);

    internal static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
