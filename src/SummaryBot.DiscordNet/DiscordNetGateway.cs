using System.Net;
using System.Threading.Channels;
using Discord;
using Discord.Net;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummaryBot.Discord;
using SummaryBot.Discord.Gateway;
using SummaryBot.Discord.Rest;

namespace SummaryBot.DiscordNet;

/// <summary>Keeps Discord.Net's socket client running: it reconnects by itself, but for ever where only a person can help, and sometimes stops where nobody is needed.</summary>
internal sealed partial class DiscordNetGateway(
    DiscordRest rest, DiscordOptions options, GatewayState state, GatewayHandler handler, TimeProvider time, ILogger<DiscordNetGateway> logger) : BackgroundService
{
    private const int MostEvents = 10_000;
    private const int SideBySide = 32;
    private const string Broken = "The connection to Discord broke; it is being made anew.";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>Discord.Net waits a minute at most before it connects again; one that waits longer has stopped.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(75);

    /// <summary>An interaction waits three seconds, so that the oldest ones of a full queue are lost anyway.</summary>
    private readonly Channel<GatewayEvent> _events =
        System.Threading.Channels.Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(MostEvents) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var limit in DiscordNetLimits.All)
        {
            Log.Limit(logger, limit);
        }

        return Task.WhenAll(
            StayConnectedAsync(stoppingToken),
            Parallel.ForEachAsync(
                _events.Reader.ReadAllAsync(stoppingToken),
                new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stoppingToken },
                (happened, token) => new ValueTask(handler(happened, token))));
    }

    private async Task StayConnectedAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(2); ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            if (await RunAsync(stoppingToken) is GatewayEnd.GiveUp(var reason, _))
            {
                state.Lost(reason);
                Log.GaveUp(logger, reason);
                return; // digests go on; commands need a person first
            }

            state.Lost(Broken);
            Log.Lost(logger, pause);
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task<GatewayEnd> RunAsync(CancellationToken stoppingToken)
    {
        var ended = new TaskCompletionSource<GatewayEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var client = new DiscordShardedClient(Configuration(ended));
        client.Log += WriteAsync;
        ShardId Id(DiscordSocketClient shard) => new(shard.ShardId, client.Shards.Count);
        client.ShardConnected += shard => Told(() => state.Connected(Id(shard)));
        client.ShardLatencyUpdated += (_, _, shard) => Told(() => state.Heard(Id(shard))); // at each heartbeat that was acknowledged
        client.ShardDisconnected += (_, shard) => Told(() => state.Lost(Id(shard), Broken));
        try
        {
            await client.LoginAsync(TokenType.Bot, options.Token, validateToken: false);
            state.Expect(client.Shards.Count);
            await client.StartAsync();
            return await WatchAsync(client, ended.Task, stoppingToken);
        }
        catch (HttpException e) when (e.HttpCode == HttpStatusCode.Unauthorized)
        {
            return new GatewayEnd.GiveUp(e.Reason);
        }
        catch (Exception e) when (e is HttpException or HttpRequestException or TimeoutException)
        {
            Log.Failed(logger, e.Message);
            return new GatewayEnd.Identify();
        }
        finally
        {
            await LeaveAsync(client);
        }
    }

    /// <summary>Says goodbye to Discord. A client that logged out forgets its shards, so they are disposed here.</summary>
    private static async Task LeaveAsync(DiscordShardedClient client)
    {
        var shards = client.Shards?.ToList() ?? []; // null before the log-in
        await client.LogoutAsync();
        shards.ForEach(shard => shard.Dispose());
    }

    private DiscordSocketConfig Configuration(TaskCompletionSource<GatewayEnd> ended) => new()
    {
        GatewayIntents = GatewayIntents.Guilds, // no members, no messages, nothing that fills memory
        TotalShards = options.Shards > 0 ? options.Shards : null,
        DefaultRetryMode = RetryMode.AlwaysFail,
        LogGatewayIntentWarnings = false,
        RestClientProvider = _ => new GatedRestClient(rest),
        WebSocketProvider = () => new GatewayTap(DefaultWebSocketProvider.Instance(), _events.Writer, code => EndAt(code, ended)),
    };

    /// <summary>Discord.Net would come back with a token that Discord does not know, and would not after close code 4006.</summary>
    private static void EndAt(int? closeCode, TaskCompletionSource<GatewayEnd> ended)
    {
        const int SessionIsOver = 4006;
        if (closeCode == SessionIsOver || GatewayEnd.Of(closeCode) is GatewayEnd.GiveUp)
        {
            ended.TrySetResult(closeCode == SessionIsOver ? new GatewayEnd.Identify() : GatewayEnd.Of(closeCode));
        }
    }

    /// <summary>Waits until a shard comes back no more.</summary>
    private async Task<GatewayEnd> WatchAsync(DiscordShardedClient client, Task<GatewayEnd> ended, CancellationToken stoppingToken)
    {
        var looksDown = new Dictionary<int, int>();
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, Task.Delay(BetweenLooks, time, stoppingToken));
            stoppingToken.ThrowIfCancellationRequested();
            foreach (var shard in client.Shards)
            {
                looksDown[shard.ShardId] = shard.ConnectionState == ConnectionState.Disconnected ? looksDown.GetValueOrDefault(shard.ShardId) + 1 : 0;
            }

            if (looksDown.Values.Any(looks => looks * BetweenLooks > LongestPause))
            {
                return new GatewayEnd.Identify();
            }
        }

        return await ended;
    }

    private static Task Told(Action what)
    {
        what();
        return Task.CompletedTask;
    }

    /// <summary>What Discord.Net has to say. Its exceptions tell of breaks that it mends itself.</summary>
    private Task WriteAsync(LogMessage message)
    {
        var level = message.Severity <= LogSeverity.Warning ? LogLevel.Warning : LogLevel.Debug;
        var text = string.Join(' ', message.Message, message.Exception?.GetBaseException().Message).Trim();
        Log.Said(logger, level, message.Source, text);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Built with Discord.Net: {Limit}")]
        public static partial void Limit(ILogger logger, string limit);

        [LoggerMessage(2, LogLevel.Warning, "The connection to Discord ended; the next attempt comes in {Pause}.")]
        public static partial void Lost(ILogger logger, TimeSpan pause);

        [LoggerMessage(3, LogLevel.Error, "No commands from Discord: {Reason}")]
        public static partial void GaveUp(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Warning, "Discord.Net could not log in: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(EventId = 5, Message = "Discord.Net ({Part}): {Text}")]
        public static partial void Said(ILogger logger, LogLevel level, string part, string text);
    }
}
