using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SummaryBot.Discord.Gateway;

/// <summary>
/// One connection from hello to its end. No handler ever runs on the receiving loop: events go into a bounded queue. Where that is full the
/// loop waits for room while the heartbeats go on, so Discord keeps what it has not got rid of; nothing is dropped.
/// </summary>
internal sealed class GatewayConnection(
    GatewaySocket socket, GatewaySession session, ShardId shard, GatewayState state, ChannelWriter<GatewayEvent> events, TimeProvider time, Random random)
{
    /// <summary>Closes the connection and keeps the session; 1000 and 1001 would end it.</summary>
    private const int ComeBack = 4000;

    private const int Goodbye = 1000;

    /// <summary>An acknowledgement that takes longer means that nobody is there.</summary>
    private static readonly TimeSpan LongestAck = TimeSpan.FromSeconds(15);

    /// <summary>Discord answers an identify or a resume at once; a peer that does not is not Discord.</summary>
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isAcknowledged = true;
    private volatile bool _waitsForRoom;

    /// <summary>Whether a session was up at any time.</summary>
    public bool WasReady => _ready.Task.IsCompleted;

    /// <summary>Waits for the hello.</summary>
    /// <returns>How often to beat; null where no hello came.</returns>
    public async Task<TimeSpan?> GreetAsync(CancellationToken cancellationToken)
    {
        var hello = await socket.ReceiveAsync(cancellationToken);
        return GatewaySession.Number(hello?["op"]) == GatewayPayload.Hello && GatewaySession.Number(hello?["d"]?["heartbeat_interval"]) is > 0 and var interval
            ? TimeSpan.FromMilliseconds(interval)
            : null;
    }

    /// <summary>Runs until the connection ends, for whatever reason, and closes it.</summary>
    public async Task<GatewayEnd> RunAsync(TimeSpan beatInterval, CancellationToken stoppingToken)
    {
        socket.Reserve(beatInterval);
        using var ended = new CancellationTokenSource(); // a cancelled receive breaks the socket, so a goodbye comes before it
        Task<GatewayEnd>[] parts =
        [
            GuardAsync(ReceiveAllAsync(ended.Token)),
            GuardAsync(BeatAsync(beatInterval, ended.Token)),
            GuardAsync(WatchAsync(ended.Token)),
            StopAsync(stoppingToken, ended.Token),
        ];
        var end = await await Task.WhenAny(parts);
        await socket.CloseAsync(end is GatewayEnd.Stop ? Goodbye : ComeBack);
        await ended.CancelAsync();
        await Task.WhenAll(parts);
        return end;
    }

    private async Task<GatewayEnd> GuardAsync(Task<GatewayEnd> part)
    {
        try
        {
            return await part;
        }
        catch (Exception e) when (IsBreak(e) || e is OperationCanceledException)
        {
            return GatewayEnd.Of(socket.CloseCode);
        }
    }

    /// <summary>What a connection that breaks, or a peer that talks nonsense, throws.</summary>
    internal static bool IsBreak(Exception exception) =>
        exception is WebSocketException or HttpRequestException or JsonException or IOException or InvalidDataException or ObjectDisposedException;

    private async Task<GatewayEnd> ReceiveAllAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken) is { } payload)
        {
            state.Heard(shard);
            if (await HandleAsync(payload, cancellationToken) is { } end)
            {
                return end;
            }
        }

        return GatewayEnd.Of(socket.CloseCode);
    }

    private async Task<GatewayEnd?> HandleAsync(JsonObject payload, CancellationToken cancellationToken)
    {
        switch (GatewaySession.Number(payload["op"]))
        {
            case GatewayPayload.Dispatch:
                await HandOnAsync(payload, cancellationToken);
                return null;
            case GatewayPayload.Heartbeat:
                await socket.AnswerBeatAsync(session.Sequence, cancellationToken);
                return null;
            case GatewayPayload.HeartbeatAck:
                _isAcknowledged = true;
                return null;
            case GatewayPayload.Reconnect:
                return new GatewayEnd.Resume();
            case GatewayPayload.InvalidSession:
                return payload["d"] is JsonValue value && value.TryGetValue<bool>(out var canResume) && canResume
                    ? new GatewayEnd.Resume { IsInvalidSession = true }
                    : new GatewayEnd.Identify { IsInvalidSession = true };
            default:
                return null;
        }
    }

    private async Task HandOnAsync(JsonObject payload, CancellationToken cancellationToken)
    {
        if (!session.IsNew(payload))
        {
            return;
        }

        var name = GatewaySession.Text(payload["t"]) ?? "";
        if (GatewayEvent.IsHandled(name, shard) && payload["d"] is JsonObject data)
        {
            await EnqueueAsync(new GatewayEvent(name, GuildWatch.IsWatched(name) ? GuildWatch.IdsOf(data) : data), cancellationToken);
        }

        if (name is "READY" && payload["d"] is JsonObject ready)
        {
            await EnqueueAsync(GuildWatch.RosterOf(ready), cancellationToken);
        }

        session.Saw(payload); // only now: where the connection ends while an event waits, Discord sends it again
        if (name is "READY" or "RESUMED")
        {
            state.Connected(shard);
            _ready.TrySetResult();
        }
    }

    private async Task EnqueueAsync(GatewayEvent happened, CancellationToken cancellationToken)
    {
        try
        {
            while (!events.TryWrite(happened))
            {
                _waitsForRoom = true;
                await events.WaitToWriteAsync(cancellationToken);
            }
        }
        finally
        {
            _waitsForRoom = false;
        }
    }

    /// <summary>Beats until an acknowledgement stays out. While this side does not read it cannot tell.</summary>
    private async Task<GatewayEnd> BeatAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        var patience = interval / 2 < LongestAck ? interval / 2 : LongestAck;
#pragma warning disable CA5394 // jitter guards no secret
        await Task.Delay(interval * random.NextDouble(), time, cancellationToken);
#pragma warning restore CA5394
        while (true)
        {
            _isAcknowledged = false;
            await socket.BeatAsync(session.Sequence, cancellationToken);
            await Task.Delay(patience, time, cancellationToken);
            if (!_isAcknowledged && !_waitsForRoom)
            {
                return new GatewayEnd.Resume();
            }

            await Task.Delay(interval - patience, time, cancellationToken);
        }
    }

    /// <summary>Ends a connection whose session does not come up.</summary>
    private async Task<GatewayEnd> WatchAsync(CancellationToken cancellationToken)
    {
        var late = Task.Delay(ReadyWithin, time, cancellationToken);
        if (await Task.WhenAny(_ready.Task, late) == late)
        {
            await late;
            if (!_waitsForRoom)
            {
                return new GatewayEnd.Resume();
            }
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        return new GatewayEnd.Resume();
    }

    private static async Task<GatewayEnd> StopAsync(CancellationToken stoppingToken, CancellationToken ended)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, ended);
        var wait = new TaskCompletionSource<GatewayEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = either.Token.Register(() => wait.TrySetResult(new GatewayEnd.Stop()));
        return await wait.Task;
    }
}
