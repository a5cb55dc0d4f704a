using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Gateway;

/// <summary>Keeps a connection to the gateway: resumes after a break, starts anew where it must, gives up where only a person can help.</summary>
internal sealed partial class GatewayService(
    DiscordRest rest, DiscordOptions options, GatewayState state, EventResponder responder, TimeProvider time, Random random, ILogger<GatewayService> logger)
    : BackgroundService
{
    private const int MostEvents = 10_000;
    private const int SideBySide = 32;

    /// <summary>Discord takes one identify in five seconds.</summary>
    private static readonly TimeSpan BetweenIdentifies = TimeSpan.FromSeconds(5.5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly Channel<GatewayEvent> _events = Channel.CreateBounded<GatewayEvent>(MostEvents);
    private readonly GatewaySession _session = new();
    private DateTimeOffset _mayIdentifyAt = DateTimeOffset.MinValue;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        StayConnectedAsync(stoppingToken),
        Parallel.ForEachAsync(
            _events.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stoppingToken },
            (happened, token) => new ValueTask(responder.HandleAsync(happened, token))));

    private async Task StayConnectedAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; ; failures++)
        {
            var (end, wasReady) = await ConnectAsync(stoppingToken);
            if (end is GatewayEnd.GiveUp(var reason))
            {
                state.Lost(reason);
                Log.GaveUp(logger, reason);
                return; // digests go on; commands need a person first
            }

            state.Lost("The connection to Discord broke; it is being made anew.");
            if (end is GatewayEnd.Identify)
            {
                _session.Forget();
            }

            failures = wasReady ? 0 : failures;
            var pause = Pause(failures);
            Log.Lost(logger, end is GatewayEnd.Resume, pause);
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task<(GatewayEnd End, bool WasReady)> ConnectAsync(CancellationToken stoppingToken)
    {
        if (await AddressAsync(stoppingToken) is not { } address)
        {
            return (
                state.Problem is { } problem && problem.Contains("token", StringComparison.Ordinal)
                    ? new GatewayEnd.GiveUp(problem)
                    : new GatewayEnd.Resume(),
                false);
        }

        using var socket = new GatewaySocket();
        var connection = new GatewayConnection(socket, _session, options.Token, state, _events.Writer, time, random);
        try
        {
            await socket.ConnectAsync(address, stoppingToken);
            return (await connection.RunAsync(stoppingToken), connection.WasReady);
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException)
        {
            return (new GatewayEnd.Resume(), false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await socket.LeaveAsync(time);
            throw;
        }
    }

    /// <summary>Where to connect to, once it may; null where Discord does not say.</summary>
    private async Task<Uri?> AddressAsync(CancellationToken stoppingToken)
    {
        if (_session.CanResume)
        {
            return _session.ResumeAddress;
        }

        var answer = await rest.SendAsync(HttpMethod.Get, "gateway/bot", body: null, stoppingToken);
        if (answer is not RestResult.Done { Body: JsonObject body })
        {
            state.Lost(answer is RestResult.Refused refused ? refused.Reason : "Discord does not say where its gateway is.");
            return null;
        }

        var limit = body["session_start_limit"];
        var isUsedUp = GatewaySession.Number(limit?["remaining"]) == 0;
        var now = time.GetUtcNow();
        var wait = isUsedUp ? TimeSpan.FromMilliseconds(GatewaySession.Number(limit!["reset_after"]) ?? 0) : _mayIdentifyAt - now;
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, stoppingToken);
        _mayIdentifyAt = time.GetUtcNow() + BetweenIdentifies;
        return GatewaySession.SocketAddress(body["url"]);
    }

    /// <summary>1, 2, 4 … seconds, a minute at most, each between half and whole.</summary>
    private TimeSpan Pause(int failures)
    {
        var pause = failures >= 6 ? LongestPause : TimeSpan.FromSeconds(Math.Pow(2, failures));
#pragma warning disable CA5394 // jitter guards no secret
        return pause * (0.5 + (random.NextDouble() / 2));
#pragma warning restore CA5394
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The connection to Discord ended (to resume: {Resumes}); the next attempt comes in {Pause}.")]
        public static partial void Lost(ILogger logger, bool resumes, TimeSpan pause);

        [LoggerMessage(2, LogLevel.Error, "No commands from Discord: {Reason}")]
        public static partial void GaveUp(ILogger logger, string reason);
    }
}
