using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SummaryBot.Discord.Gateway;

/// <summary>One connection from hello to its end. Events are handed on at once: no handler ever runs on the receiving loop.</summary>
internal sealed class GatewayConnection(
    GatewaySocket socket, GatewaySession session, string token, GatewayState state, ChannelWriter<GatewayEvent> events, TimeProvider time, Random random)
{
    /// <summary>An acknowledgement that takes longer means that nobody is there.</summary>
    private static readonly TimeSpan LongestAck = TimeSpan.FromSeconds(15);

    private volatile bool _isAcknowledged = true;

    /// <summary>Whether a session was up at any time.</summary>
    public bool WasReady { get; private set; }

    public async Task<GatewayEnd> RunAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var hello = await socket.ReceiveAsync(ended.Token);
            var interval = GatewaySession.Number(hello?["d"]?["heartbeat_interval"]) ?? 0;
            if (GatewaySession.Number(hello?["op"]) != GatewayPayload.Hello || interval <= 0)
            {
                return GatewayEnd.Of(socket.CloseCode);
            }

            await socket.SendAsync(session.CanResume ? GatewayPayload.Resume(token, session) : GatewayPayload.Identify(token), ended.Token);
            var receiving = ReceiveAllAsync(ended.Token);
            var beating = BeatAsync(TimeSpan.FromMilliseconds(interval), ended.Token);
            return await await Task.WhenAny(receiving, beating);
        }
        catch (Exception e) when (e is WebSocketException or JsonException or IOException)
        {
            return GatewayEnd.Of(socket.CloseCode);
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    private async Task<GatewayEnd> ReceiveAllAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken) is { } payload)
        {
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
                HandOn(payload);
                return null;
            case GatewayPayload.Heartbeat:
                await socket.SendAsync(GatewayPayload.Beat(session.Sequence), cancellationToken);
                return null;
            case GatewayPayload.HeartbeatAck:
                _isAcknowledged = true;
                return null;
            case GatewayPayload.Reconnect:
                return new GatewayEnd.Resume();
            case GatewayPayload.InvalidSession:
                return payload["d"] is JsonValue value && value.TryGetValue<bool>(out var canResume) && canResume
                    ? new GatewayEnd.Resume()
                    : new GatewayEnd.Identify();
            default:
                return null;
        }
    }

    private void HandOn(JsonObject payload)
    {
        session.Saw(payload);
        var name = GatewaySession.Text(payload["t"]);
        if (name is "READY" or "RESUMED")
        {
            WasReady = true;
            state.Connected();
        }

        if (name is not null && payload["d"] is JsonObject data)
        {
            events.TryWrite(new GatewayEvent(name, data));
        }
    }

    /// <summary>Beats until an acknowledgement stays out.</summary>
    private async Task<GatewayEnd> BeatAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        var patience = interval / 2 < LongestAck ? interval / 2 : LongestAck;
#pragma warning disable CA5394 // jitter guards no secret
        await Task.Delay(interval * random.NextDouble(), time, cancellationToken);
#pragma warning restore CA5394
        while (true)
        {
            _isAcknowledged = false;
            await socket.SendAsync(GatewayPayload.Beat(session.Sequence), cancellationToken);
            await Task.Delay(patience, time, cancellationToken);
            if (!_isAcknowledged)
            {
                return new GatewayEnd.Resume();
            }

            await Task.Delay(interval - patience, time, cancellationToken);
        }
    }
}

/// <summary>Something that happened on Discord.</summary>
internal sealed record GatewayEvent(string Name, JsonObject Data);
