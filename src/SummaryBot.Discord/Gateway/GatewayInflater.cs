using System.IO.Compression;
using System.Text.Json;

namespace SummaryBot.Discord.Gateway;

/// <summary>
/// <c>zlib-stream</c>: one zlib stream over the whole connection, of which each message is a part that ends in a Z_SYNC_FLUSH. A message may
/// come in several WebSocket messages.
/// </summary>
/// <remarks><see href="https://discord.com/developers/docs/events/gateway#zlibstream"/></remarks>
internal sealed class GatewayInflater : IDisposable
{
    private const uint SyncFlush = 0x0000FFFF;

    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _inflating;
    private uint _tail = uint.MaxValue;

    public GatewayInflater() => _inflating = new ZLibStream(_compressed, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Whether what was read so far ends where a message does.</summary>
    public bool IsAtEnd => _tail == SyncFlush;

    /// <summary>Inflates the next part of the stream into the message.</summary>
    /// <exception cref="InvalidDataException">It is no zlib stream.</exception>
    /// <exception cref="JsonException">The message grows beyond <paramref name="maxBytes"/>.</exception>
    public void Inflate(ReadOnlySpan<byte> part, MemoryStream message, int maxBytes)
    {
        foreach (var value in part[Math.Max(0, part.Length - sizeof(uint))..])
        {
            _tail = (_tail << 8) | value;
        }

        _compressed.SetLength(0); // the stream before it is read: nothing is kept of it but the window inside zlib
        _compressed.Write(part);
        _compressed.Position = 0;
        Span<byte> buffer = stackalloc byte[8 * 1024];
        for (var count = _inflating.Read(buffer); count > 0; count = _inflating.Read(buffer))
        {
            message.Write(buffer[..count]);
            if (message.Length > maxBytes)
            {
                throw new JsonException("A message of the gateway is larger than any should be.");
            }
        }
    }

    public void Dispose()
    {
        _inflating.Dispose();
        _compressed.Dispose();
    }
}
