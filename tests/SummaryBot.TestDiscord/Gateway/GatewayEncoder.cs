using System.IO.Compression;
using System.Net.WebSockets;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>Writes messages as JSON texts, or as parts of one zlib stream where the client asked for <c>compress=zlib-stream</c>.</summary>
internal sealed class GatewayEncoder : IDisposable
{
    /// <summary>A longer compressed message comes in several: clients must look for the flush at its end.</summary>
    private const int PartBytes = 512;

    private readonly WebSocket _socket;
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _deflating;

    public GatewayEncoder(WebSocket socket, bool compresses)
    {
        _socket = socket;
        _deflating = compresses ? new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    public async Task WriteAsync(byte[] payload, CancellationToken cancellationToken)
    {
        if (_deflating is null)
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            return;
        }

        _compressed.SetLength(0);
        await _deflating.WriteAsync(payload, cancellationToken);
        await _deflating.FlushAsync(cancellationToken); // Z_SYNC_FLUSH
        foreach (var part in _compressed.ToArray().Chunk(PartBytes))
        {
            await _socket.SendAsync(part, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }
    }

    public void Dispose()
    {
        _deflating?.Dispose();
        _compressed.Dispose();
    }
}
