using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Gateway;

/// <summary>JSON messages over a WebSocket; those that come are compressed.</summary>
internal sealed class GatewaySocket(TimeProvider time) : IDisposable
{
    /// <summary>A server with very many channels has a few megabytes.</summary>
    private const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>What Discord takes in one payload.</summary>
    private const int MaxSentBytes = 4096;

    /// <summary>What one large message needed is given back after it.</summary>
    private const int KeptBytes = 256 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly GatewayInflater _inflater = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly MemoryStream _message = new();
    private readonly SendLimit _limit = new(time);

    /// <summary>The code it was closed with; null where it broke.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) =>
        _socket.ConnectAsync(new UriBuilder(address) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri, cancellationToken);

    /// <summary>Keeps room for heartbeats of this interval.</summary>
    public void Reserve(TimeSpan beatInterval) => _limit.Reserve(beatInterval);

    /// <summary>Sends a heartbeat, which has room of its own in the limit.</summary>
    public async Task BeatAsync(int? sequence, CancellationToken cancellationToken)
    {
        await _limit.WaitAsync(isBeat: true, cancellationToken);
        await WriteAsync(GatewayPayload.Beat(sequence), cancellationToken);
    }

    /// <summary>Answers a heartbeat that Discord asked for, but not beyond the limit: a flood of them must not get the connection closed.</summary>
    public Task AnswerBeatAsync(int? sequence, CancellationToken cancellationToken) =>
        _limit.TryTake(isBeat: false) ? WriteAsync(GatewayPayload.Beat(sequence), cancellationToken) : Task.CompletedTask;

    /// <summary>Sends once the limit has room.</summary>
    /// <exception cref="ArgumentException">It is longer than Discord takes.</exception>
    public async Task SendAsync(JsonObject payload, CancellationToken cancellationToken)
    {
        await _limit.WaitAsync(isBeat: false, cancellationToken);
        await WriteAsync(payload, cancellationToken);
    }

    private async Task WriteAsync(JsonObject payload, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload);
        if (bytes.Length > MaxSentBytes)
        {
            throw new ArgumentException($"A payload of {bytes.Length} bytes is longer than the {MaxSentBytes} that Discord takes.", nameof(payload));
        }

        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message; null where the socket was closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">What came is not compressed as agreed.</exception>
    /// <exception cref="JsonException">The message is no JSON object, or larger than any should be.</exception>
    public async Task<JsonObject?> ReceiveAsync(CancellationToken cancellationToken)
    {
        _message.SetLength(0);
        _message.Capacity = Math.Min(_message.Capacity, KeptBytes);
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            Take(_buffer.AsSpan(0, part.Count), part.MessageType);
        }
        while (!part.EndOfMessage || (part.MessageType == WebSocketMessageType.Binary && !_inflater.IsAtEnd));
        return JsonNode.Parse(_message.GetBuffer().AsSpan(0, (int)_message.Length)) as JsonObject
            ?? throw new JsonException("A message of the gateway is no object.");
    }

    private void Take(ReadOnlySpan<byte> part, WebSocketMessageType type)
    {
        if (type == WebSocketMessageType.Binary)
        {
            _inflater.Inflate(part, _message, MaxBytes);
            return;
        }

        _message.Write(part); // a text: not compressed
        if (_message.Length > MaxBytes)
        {
            throw new JsonException("A message of the gateway is larger than any should be.");
        }
    }

    /// <summary>Closes without waiting for an answer; a peer that takes no more is left.</summary>
    /// <param name="code">1000 ends the session with Discord; it outlives the codes from 4000.</param>
    public async Task CloseAsync(int code)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException or ObjectDisposedException)
        {
            _socket.Abort();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _inflater.Dispose();
        _message.Dispose();
        _sending.Dispose();
    }
}
