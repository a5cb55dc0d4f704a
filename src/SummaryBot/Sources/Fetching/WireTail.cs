using System.Buffers.Binary;

namespace SummaryBot.Sources.Fetching;

/// <summary>Passes a body on and remembers how it ended, which .NET's decoders do not tell: data that stop in the middle are a shorter text to them.</summary>
internal sealed class WireTail(Stream body) : Stream
{
    private readonly byte[] _last = new byte[sizeof(uint)];

    /// <summary>Whether more was asked for when all had been read.</summary>
    public bool IsRunOut { get; private set; }

    /// <summary>The last four bytes, little-endian: of gzip the length of what was compressed, modulo 2^32 (RFC 1952, ISIZE).</summary>
    public uint Last => BinaryPrimitives.ReadUInt32LittleEndian(_last);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        IsRunOut |= count == 0 && buffer.Length > 0;
        var kept = Math.Min(count, _last.Length);
        _last.AsSpan(kept).CopyTo(_last);
        buffer.Span.Slice(count - kept, kept).CopyTo(_last.AsSpan(_last.Length - kept));
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
