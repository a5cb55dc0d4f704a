using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>One socket: hello, identify or resume, heartbeats, events; closed with Discord's code for every breach.</summary>
/// <remarks><see href="https://discord.com/developers/docs/events/gateway"/></remarks>
internal sealed class GatewayConnection(WebSocket socket, GatewayHub hub, World world, TestDiscordOptions options, bool compresses)
{
    private const int MaxPayload = 4096;
    private const int EventsPerMinute = 120;

    /// <summary>A client that does not take so many is cut off.</summary>
    private const int MostWaiting = 20_000;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly Channel<byte[]> _outgoing = System.Threading.Channels.Channel.CreateBounded<byte[]>(MostWaiting);
    private readonly Queue<DateTimeOffset> _received = new();
    private volatile GatewaySession? _session;
    private DateTimeOffset _lastHeartbeat;

    /// <summary>Half open: nothing is sent any more, and nothing is closed.</summary>
    public bool IsSilent { get; set; } = hub.Faults.IsSilent;

    public void Send(byte[] payload)
    {
        if (!IsSilent && !_outgoing.Writer.TryWrite(payload))
        {
            Abort();
        }
    }

    public void Abort() => socket.Abort();

    /// <summary>Calls the session invalid (op 9). From then on the client may resume or identify on this very connection, as the real one has it.</summary>
    public void Invalidate(bool canResume)
    {
        _session?.Leave(this);
        _session = null;
        Send(GatewayOp.Of(GatewayOp.InvalidSession, canResume));
    }

    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _lastHeartbeat = world.Now;
        Send(GatewayOp.Of(GatewayOp.Hello, new JsonObject { ["heartbeat_interval"] = (int)options.HeartbeatInterval.TotalMilliseconds }));
        var sending = SendAllAsync(ended.Token);
        var watching = WatchAsync(ended.Token);
        try
        {
            await ReceiveAllAsync(ended.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }

        _session?.Leave(this);
        await ended.CancelAsync();
        await Task.WhenAll(sending, watching);
    }

    private async Task ReceiveAllAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxPayload + 1];
        while (socket.State == WebSocketState.Open)
        {
            while (hub.Faults.IsDeaf)
            {
                await Task.Delay(Tick, options.Time, cancellationToken);
                _lastHeartbeat = world.Now; // what came meanwhile was not read
            }

            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < buffer.Length);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await LeaveAsync(cancellationToken);
                return;
            }

            var code = length > MaxPayload ? 4002 : Handle(Encoding.UTF8.GetString(buffer, 0, length));
            if (code != 0)
            {
                await CloseAsync(code, cancellationToken);
                return;
            }
        }
    }

    /// <summary>A client that says goodbye with 1000 or 1001 ends its session; with another code it may resume.</summary>
    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (socket.CloseStatus is WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.EndpointUnavailable && _session is not null)
        {
            hub.End(_session, "the client said goodbye");
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
    }

    /// <returns>The code to close with, or 0.</returns>
    private int Handle(string text)
    {
        _received.Enqueue(world.Now);
        while (world.Now - _received.Peek() > TimeSpan.FromMinutes(1))
        {
            _received.Dequeue();
        }

        if (_received.Count > EventsPerMinute)
        {
            return 4008;
        }

        try
        {
            return JsonNode.Parse(text) is JsonObject payload && GatewayIdentity.Number(payload["op"]) is { } op ? Handle(op, payload["d"]) : 4002;
        }
        catch (JsonException)
        {
            return 4002;
        }
    }

    private int Handle(int op, JsonNode? data)
    {
        switch (op)
        {
            case GatewayOp.Heartbeat:
                return data is null || GatewayIdentity.Number(data) is not null ? Acknowledge() : 4002;
            case GatewayOp.Identify:
                return _session is not null ? 4005 : Identify(data);
            case GatewayOp.Resume:
                return _session is not null ? 4005 : Resume(data);
            default:
                return !GatewayOp.IsOther(op) ? 4001 : _session is null ? 4003 : 0;
        }
    }

    private int Acknowledge()
    {
        _lastHeartbeat = world.Now;
        _session?.Flush();
        if (!hub.Faults.IsZombie)
        {
            _ = AcknowledgeLaterAsync(hub.Faults.AckDelay);
        }

        return 0;
    }

    private async Task AcknowledgeLaterAsync(TimeSpan delay)
    {
        await Task.Delay(delay, options.Time, CancellationToken.None);
        Send(GatewayOp.Of(GatewayOp.HeartbeatAck, null));
    }

    private int Identify(JsonNode? data)
    {
        var (identity, code) = GatewayIdentity.Read(data, world, options.Gateway);
        if (identity is null)
        {
            return code;
        }

        (_session, code) = hub.Identify(identity);
        if (_session is null)
        {
            Refuse(code);
            return code;
        }

        _session.Start(this);
        Welcome(_session);
        return 0;
    }

    private void Welcome(GatewaySession session)
    {
        lock (world.Gate)
        {
            var guilds = hub.GuildsOf(session.Identity).ToList();
            session.Dispatch("READY", ReadyJson.Of(world, session, guilds, hub.Address).ToJsonString(), canGoWrong: false);
            foreach (var guild in guilds.Select(id => GuildJson.Of(world, id)).Where(guild => session.Identity.Gets("GUILD_CREATE", guild)))
            {
                session.Dispatch("GUILD_CREATE", guild.ToJsonString(), canGoWrong: false);
            }
        }
    }

    private int Resume(JsonNode? data)
    {
        if (data is not JsonObject || Text(data["token"]) is not { } token || Text(data["session_id"]) is not { } id || GatewayIdentity.Number(data["seq"]) is not { } seq)
        {
            return 4002;
        }

        if (token != world.Token)
        {
            return 4004;
        }

        var (session, code) = hub.Resume(id, this, seq);
        if (session is null)
        {
            Refuse(code);
            return code;
        }

        _session = session;
        session.Dispatch("RESUMED", "{}", canGoWrong: false);
        return 0;
    }

    private void Refuse(int code)
    {
        if (code == 0)
        {
            Send(GatewayOp.Of(GatewayOp.InvalidSession, false));
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        using var encoder = new GatewayEncoder(socket, compresses);
        try
        {
            await foreach (var payload in _outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                if (!IsSilent)
                {
                    await encoder.WriteAsync(payload, cancellationToken);
                }
            }
        }
        catch (Exception e) when (
            e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // the socket is gone; whoever resumes gets what it missed
        }
    }

    /// <summary>Closes a connection whose client stopped its heartbeats.</summary>
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var longest = (options.HeartbeatInterval * 1.5) + TimeSpan.FromMilliseconds(500);
        try
        {
            while (world.Now - _lastHeartbeat < longest || hub.Faults.IsDeaf || IsSilent)
            {
                await Task.Delay(options.HeartbeatInterval / 4, options.Time, cancellationToken);
            }

            if (_session is not null)
            {
                hub.End(_session, "no heartbeats came");
            }

            await CloseAsync(4009, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // the connection ended before
        }
    }

    public async Task CloseAsync(int code, CancellationToken cancellationToken)
    {
        hub.Closes.Enqueue(code);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, $"closed with {code}", cancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            socket.Abort();
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
