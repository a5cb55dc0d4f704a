using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>One socket: hello, identify or resume, heartbeats, events; closed with Discord's code for every breach.</summary>
/// <remarks><see href="https://discord.com/developers/docs/events/gateway"/></remarks>
internal sealed class GatewayConnection(WebSocket socket, GatewayHub hub, World world, TestDiscordOptions options)
{
    private const int MaxPayload = 4096;
    private const int EventsPerMinute = 120;
    private const int AllIntents = (1 << 26) - 1;

    private readonly Channel<JsonObject> _outgoing = System.Threading.Channels.Channel.CreateUnbounded<JsonObject>();
    private readonly Queue<DateTimeOffset> _received = new();
    private GatewaySession? _session;
    private DateTimeOffset _lastHeartbeat;

    public void Send(JsonObject payload) => _outgoing.Writer.TryWrite(payload.DeepClone().AsObject());

    public void Abort() => socket.Abort();

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
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }

        _session?.Detach(this);
        await ended.CancelAsync();
        await Task.WhenAll(sending, watching);
    }

    private async Task ReceiveAllAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxPayload + 1];
        while (socket.State == WebSocketState.Open)
        {
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
            hub.End(_session);
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
            return JsonNode.Parse(text) is JsonObject { } payload && payload["op"] is JsonValue op
                ? Handle(op.GetValue<int>(), payload["d"])
                : 4002;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return 4002;
        }
    }

    private int Handle(int op, JsonNode? data)
    {
        switch (op)
        {
            case GatewayOp.Heartbeat:
                _lastHeartbeat = world.Now;
                if (!hub.IsZombie)
                {
                    Send(GatewayOp.Of(GatewayOp.HeartbeatAck, null));
                }

                return 0;
            case GatewayOp.Identify:
                return _session is not null ? 4005 : Identify(data!);
            case GatewayOp.Resume:
                return _session is not null ? 4005 : Resume(data!);
            default:
                return _session is null ? 4003 : op is GatewayOp.PresenceUpdate or 4 or 8 ? 0 : 4001;
        }
    }

    private int Identify(JsonNode data)
    {
        if (Text(data["token"]) != world.Token)
        {
            return 4004;
        }

        if (data["properties"] is not JsonObject || data["intents"] is not JsonValue intents || !intents.TryGetValue<int>(out var bits) || bits < 0 || bits > AllIntents)
        {
            return data["intents"] is null || data["properties"] is null ? 4002 : 4013;
        }

        _session = hub.Identify();
        if (_session is null)
        {
            Send(GatewayOp.Of(GatewayOp.InvalidSession, false));
            return 0;
        }

        _session.Attach(this, 0);
        Welcome(_session);
        return 0;
    }

    private void Welcome(GatewaySession session)
    {
        lock (world.Gate)
        {
            session.Dispatch("READY", new JsonObject
            {
                ["v"] = 10,
                ["user"] = world.Bot(),
                ["guilds"] = new JsonArray(new JsonObject { ["id"] = world.GuildId, ["unavailable"] = true }),
                ["session_id"] = session.Id,
                ["resume_gateway_url"] = hub.Address.ToString().TrimEnd('/'),
                ["application"] = new JsonObject { ["id"] = world.ApplicationId, ["flags"] = 0 },
                ["session_type"] = "normal",
            });
            session.Dispatch("GUILD_CREATE", GuildJson.Of(world));
        }
    }

    private int Resume(JsonNode data)
    {
        if (Text(data["token"]) != world.Token)
        {
            return 4004;
        }

        var session = hub.Resume(Text(data["session_id"]) ?? "");
        if (session is null)
        {
            Send(GatewayOp.Of(GatewayOp.InvalidSession, false));
            return 0;
        }

        if (!session.Attach(this, data["seq"]?.GetValue<int>() ?? -1))
        {
            return 4007;
        }

        _session = session;
        session.Dispatch("RESUMED", []);
        return 0;
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var payload in _outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                await socket.SendAsync(
                    Encoding.UTF8.GetBytes(payload.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
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
        try
        {
            while (world.Now - _lastHeartbeat < options.HeartbeatInterval * 1.5)
            {
                await Task.Delay(options.HeartbeatInterval / 4, options.Time, cancellationToken);
            }

            await CloseAsync(4009, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // the connection ended before
        }
    }

    private async Task CloseAsync(int code, CancellationToken cancellationToken)
    {
        hub.Closes.Enqueue(code);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, $"closed with {code}", cancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
