using System.Globalization;
using System.Text.Json.Nodes;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rest;

/// <summary>Finds which permissions the bot lacks in a channel, from what it may read about itself.</summary>
/// <remarks><see href="https://discord.com/developers/docs/topics/permissions#permission-overwrites"/></remarks>
internal sealed class ChannelAccess(DiscordRest rest)
{
    private const long Administrator = 1 << 3;
    public const int AnnouncementThread = 10;
    public const int PrivateThread = 12;

    private static readonly (long Bit, string Name) View = (1 << 10, "View Channel");
    private static readonly (long Bit, string Name) Send = (1 << 11, "Send Messages");
    private static readonly (long Bit, string Name) SendInThreads = (1L << 38, "Send Messages in Threads");
    private static readonly (long Bit, string Name) Embed = (1 << 14, "Embed Links");

    /// <summary>To find what an attempt of unknown end has left.</summary>
    private static readonly (long Bit, string Name) Read = (1 << 16, "Read Message History");

    /// <summary>Forums call the same rights by other names.</summary>
    private static readonly (long Bit, string Name) CreatePosts = (1 << 11, "Create Posts");
    private static readonly (long Bit, string Name) SendInPosts = (1L << 38, "Send Messages in Posts");

    /// <summary>The names of those that posting needs and the bot lacks; all that posting needs where Discord does not tell more.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(string channelId, string botId, CancellationToken cancellationToken)
    {
        if (await GetAsync($"channels/{channelId}", cancellationToken) is not JsonObject channel)
        {
            return [View.Name];
        }

        var isThread = Number(channel["type"]) is >= AnnouncementThread and <= PrivateThread;
        (long Bit, string Name)[] needed = [View, isThread ? SendInThreads : Send, Embed];
        var granted = await GrantedAsync(channel, isThread, botId, cancellationToken) ?? 0;
        string[] missing = [.. needed.Where(it => (granted & it.Bit) == 0).Select(it => it.Name)];
        return missing.Length > 0 ? missing : [.. needed.Select(it => it.Name)];
    }

    /// <summary>What the bot can do in a channel, by the names that its settings have for it.</summary>
    public async Task<ChannelFinding> LookAsync(string channelId, string botId, CancellationToken cancellationToken)
    {
        var answer = await rest.SendAsync(HttpMethod.Get, $"channels/{channelId}", body: null, cancellationToken);
        if (answer is not RestResult.Done { Body: JsonObject channel })
        {
            return answer switch
            {
                RestResult.Refused { Code: DiscordCode.MissingAccess or DiscordCode.MissingPermissions } => new ChannelFinding.Lacks(Name: null, Guild: null, [View.Name]),
                RestResult.Refused => new ChannelFinding.Gone(),
                _ => new ChannelFinding.Unknown("Discord did not answer about the channel."),
            };
        }

        var (type, name, guild) = (Number(channel["type"]), Text(channel["name"]), Text(channel["guild_id"]));
        (long Bit, string Name)[]? needed = type switch
        {
            0 or 2 or 5 or 13 => [View, Send, Embed, Read],
            >= AnnouncementThread and <= PrivateThread => [View, SendInThreads, Embed, Read],
            15 or 16 => [View, CreatePosts, SendInPosts, Embed, Read],
            _ => null,
        };
        if (needed is null)
        {
            return new ChannelFinding.WrongKind(name);
        }

        var isThread = type is >= AnnouncementThread and <= PrivateThread;
        return await GrantedAsync(channel, isThread, botId, cancellationToken) is not { } granted ? new ChannelFinding.Unknown("Discord did not say what the bot may do there.")
            : needed.Where(it => (granted & it.Bit) == 0).Select(it => it.Name).ToList() is { Count: > 0 } missing ? new ChannelFinding.Lacks(name, guild, missing)
            : new ChannelFinding.Open(name, guild);
    }

    /// <summary>The permissions in a channel: those of all roles, then the overwrites of everyone, of the roles, and of the bot.</summary>
    internal static long Granted(JsonArray roles, IReadOnlySet<string> ownRoles, JsonArray overwrites, string guildId, string botId)
    {
        var granted = roles.OfType<JsonObject>().Where(role => Text(role["id"]) is { } id && (ownRoles.Contains(id) || Same(id, guildId)))
            .Aggregate(0L, (all, role) => all | Bits(role["permissions"]));
        if ((granted & Administrator) != 0)
        {
            return long.MaxValue;
        }

        var rules = overwrites.OfType<JsonObject>().ToList();
        granted = With(granted, rules.Where(rule => Same(Text(rule["id"]), guildId)));
        granted = With(granted, rules.Where(rule => Text(rule["id"]) is { } id && !Same(id, guildId) && ownRoles.Contains(id)));
        return With(granted, rules.Where(rule => Same(Text(rule["id"]), botId)));
    }

    /// <summary>Of overwrites of one rank what any allows wins.</summary>
    private static long With(long granted, IEnumerable<JsonObject> rules)
    {
        var all = rules.ToList();
        return (granted & ~All(all, "deny")) | All(all, "allow");
    }

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private async Task<long?> GrantedAsync(JsonObject channel, bool isThread, string botId, CancellationToken cancellationToken)
    {
        var guildId = Text(channel["guild_id"]);
        var place = isThread ? await GetAsync($"channels/{Text(channel["parent_id"])}", cancellationToken) : channel;
        return await GetAsync($"guilds/{guildId}/roles", cancellationToken) is JsonArray roles
            && await GetAsync($"guilds/{guildId}/members/{botId}", cancellationToken) is JsonObject member
            && place?["permission_overwrites"] is JsonArray overwrites
            ? Granted(roles, (member["roles"] as JsonArray ?? []).Select(Text).OfType<string>().ToHashSet(StringComparer.Ordinal), overwrites, guildId!, botId)
            : null;
    }

    private async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) =>
        await rest.SendAsync(HttpMethod.Get, path, body: null, cancellationToken) is RestResult.Done done ? done.Body : null;

    private static long All(IEnumerable<JsonObject> rules, string side) => rules.Aggregate(0L, (all, rule) => all | Bits(rule[side]));

    /// <summary>A bit set, written as a decimal number in a text.</summary>
    private static long Bits(JsonNode? node) => long.TryParse(Text(node), CultureInfo.InvariantCulture, out var bits) ? bits : 0;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
