using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Gateway;

/// <summary>JSON messages over a WebSocket.</summary>
internal sealed class GatewaySocket : IDisposable
{
    /// <summary>A server with very many channels has a few megabytes.</summary>
    private const int MaxBytes = 32 * 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <summary>The code it was closed with; null where it broke.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) =>
        _socket.ConnectAsync(new UriBuilder(address) { Query = "v=10&encoding=json" }.Uri, cancellationToken);

    public async Task SendAsync(JsonObject payload, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(
                JsonSerializer.SerializeToUtf8Bytes(payload), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message; null where the socket was closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="JsonException">The message is no JSON object.</exception>
    public async Task<JsonObject?> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            await message.WriteAsync(_buffer.AsMemory(0, part.Count), cancellationToken);
            if (message.Length > MaxBytes)
            {
                throw new JsonException("A message of the gateway is larger than any should be.");
            }
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length)) as JsonObject
            ?? throw new JsonException("A message of the gateway is no object.");
    }

    /// <summary>Says goodbye, which ends the session, without waiting for an answer.</summary>
    public async Task LeaveAsync(TimeProvider time)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            _socket.Abort();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }
}
