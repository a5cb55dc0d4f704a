using System.Data.Common;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummaryBot.Chat;
using SummaryBot.Retention;

namespace SummaryBot.Discord.Gateway;

/// <summary>
/// Tells the outbox which channels belong to one server, so that servers take turns, and where something changed, so that what was blocked there is tried at once;
/// and tells the retention which servers the bot has left.
/// </summary>
/// <remarks>Thousands of servers come at a start: they wait in a queue of their own, and no command waits behind them.</remarks>
internal sealed partial class GuildWatch(OutboxStore outbox, LeftGuildStore left, ILogger<GuildWatch> logger) : BackgroundService
{
    /// <summary>What is beyond is forgotten: blocked channels are tried every minute anyway, and servers come again with the next start.</summary>
    private const int MostWaiting = 10_000;

    /// <summary>Not Discord's: the servers that READY lists for a shard, as <see cref="RosterOf"/> makes it.</summary>
    private const string Roster = "SUMMARYBOT_ROSTER";

    private readonly Channel<Func<CancellationToken, Task>> _waiting =
        Channel.CreateBounded<Func<CancellationToken, Task>>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>The events that tell of such changes.</summary>
    public static IReadOnlyList<string> Events { get; } =
        ["GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "GUILD_ROLE_UPDATE", "CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_UPDATE"];

    public static bool IsWatched(string name) => name is Roster || Events.Contains(name, StringComparer.Ordinal);

    /// <summary>What READY says about servers; READY itself is for others. A bot without shards has one.</summary>
    public static GatewayEvent RosterOf(JsonObject ready)
    {
        var shard = ready["shard"] as JsonArray;
        return new GatewayEvent(Roster, new JsonObject
        {
            ["guilds"] = ready["guilds"] is JsonArray guilds ? new JsonArray([.. Items(guilds).Select(item => (JsonNode)IdOf(item))]) : null,
            ["shard"] = shard is [var index, _] ? Number(index) : 0,
            ["shards"] = shard is [_, var count] ? Number(count) : 1,
        });
    }

    /// <summary>What is kept of an event while it waits: a server comes with all its members.</summary>
    public static JsonObject IdsOf(JsonObject data)
    {
        var ids = IdOf(data); // new texts: a part of a parsed document keeps the whole of it
        ids["guild_id"] = GatewaySession.Text(data["guild_id"]);
        ids["unavailable"] = IsTrue(data["unavailable"]);
        foreach (var list in (string[])["channels", "threads"])
        {
            ids[list] = new JsonArray([.. Items(data[list]).Select(item => (JsonNode)IdOf(item))]);
        }

        return ids;
    }

    /// <summary>Notes an event; what it asks for is done later.</summary>
    public void Note(GatewayEvent happened)
    {
        if (Work(happened) is { } work)
        {
            _waiting.Writer.TryWrite(work);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await work(stoppingToken);
            }
            catch (DbException e)
            {
                Log.DatabaseFailed(logger, e);
            }
        }
    }

    private Func<CancellationToken, Task>? Work(GatewayEvent happened)
    {
        var id = Id(happened.Data["id"]);
        var guild = Id(happened.Data["guild_id"]);
        switch (happened.Name)
        {
            case "GUILD_CREATE" when id is not null:
                ChannelAddress[] channels = [.. Addresses(happened.Data["channels"]).Concat(Addresses(happened.Data["threads"]))];
                return async token =>
                {
                    await left.JoinedAsync(id, token);
                    await outbox.LearnGuildAsync(id, channels, token);
                    await outbox.RetryBlockedAsync(channels, token);
                };
            case "GUILD_DELETE" when id is not null && !IsTrue(happened.Data["unavailable"]): // else it is an outage
                return token => left.LeftAsync(id, token);
            case Roster when happened.Data["guilds"] is JsonArray list && Number(happened.Data["shards"]) is > 0 and var shards:
                var (shard, guilds) = (Number(happened.Data["shard"]), Items(list).Select(item => Id(item["id"])).OfType<string>().ToHashSet(StringComparer.Ordinal));
                return token => left.CompareAsync(guilds, shard, shards, token);
            case "GUILD_UPDATE" when id is not null:
                return token => outbox.RetryBlockedAsync(id, token);
            case "GUILD_ROLE_UPDATE" when guild is not null:
                return token => outbox.RetryBlockedAsync(guild, token);
            case "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_UPDATE" when id is not null:
                return token => outbox.RetryBlockedAsync([new ChannelAddress(ChannelAddress.Discord, id)], token);
            default:
                return null;
        }
    }

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var isTrue) && isTrue;

    private static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : -1;

    private static JsonObject IdOf(JsonObject item) => new() { ["id"] = GatewaySession.Text(item["id"]) };

    private static IEnumerable<ChannelAddress> Addresses(JsonNode? list) =>
        (list as JsonArray ?? []).Select(channel => Id((channel as JsonObject)?["id"])).OfType<string>()
            .Select(id => new ChannelAddress(ChannelAddress.Discord, id));

    /// <summary>Null for what is no id: it goes into the database.</summary>
    private static string? Id(JsonNode? node) =>
        GatewaySession.Text(node) is { } text && ChannelAddress.TryParse(text)?.Scheme is ChannelAddress.Discord && char.IsAsciiDigit(text[0]) ? text : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database did not answer; what changed on a server is not noted.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
