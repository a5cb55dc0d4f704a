using System.Buffers;
using System.IO.Compression;

namespace SummaryBot.Sources.Fetching;

/// <summary>Reads a body while it is decompressed, and not a byte more than is taken.</summary>
internal static class BodyReader
{
    /// <summary>Of the decompressed body.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    public const string AcceptedEncodings = "gzip, br";

    private const int PieceBytes = 64 * 1024;

    /// <summary>Why a body is not even begun, in one sentence; null where it is.</summary>
    public static string? Refuse(HttpContent content)
    {
        var encodings = Encodings(content);
        return encodings.Count > 1 ? "It is compressed more than once."
            : encodings is [not ("GZIP" or "X-GZIP" or "BR" or "DEFLATE")] ? "It is compressed in a way that nobody asked for."
            : content.Headers.ContentLength > MaxBytes ? TooLong
            : null;
    }

    public static string TooLong => $"It is larger than {MaxBytes / 1024 / 1024} MB.";

    /// <summary>The whole body, decompressed; null where it is longer than <see cref="MaxBytes"/>.</summary>
    /// <param name="content">One that <see cref="Refuse"/> does not refuse.</param>
    /// <exception cref="InvalidDataException">The compressed data are damaged.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var raw = await content.ReadAsStreamAsync(cancellationToken);
        await using var tail = new WireTail(raw);
        await using var body = Encodings(content) switch
        {
            ["GZIP" or "X-GZIP"] => new GZipStream(tail, CompressionMode.Decompress),
            ["DEFLATE"] => new ZLibStream(tail, CompressionMode.Decompress),
            ["BR"] => new BrotliStream(tail, CompressionMode.Decompress),
            _ => raw,
        };
        try
        {
            var whole = await ReadAsync(body, cancellationToken);
            return whole is { } read && IsCutOff(body, tail, read.Length) ? throw new InvalidDataException("The compressed data end too early.") : whole;
        }
        catch (InvalidOperationException e) when (body is BrotliStream)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>A decoder that is not done asks beyond the end; that of gzip does so always, for another member may follow, whose length the last bytes tell then.</summary>
    private static bool IsCutOff(Stream body, WireTail tail, int length) => body is GZipStream ? tail.Last > length : tail.IsRunOut;

    /// <summary>Reads into rented pieces: a list that doubles would cost three times the body.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var pieces = new List<byte[]>();
        try
        {
            while (true)
            {
                var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
                pieces.Add(piece);
                var read = await body.ReadAtLeastAsync(piece.AsMemory(0, PieceBytes), PieceBytes, throwOnEndOfStream: false, cancellationToken);
                var length = ((pieces.Count - 1) * PieceBytes) + read;
                if (length > MaxBytes || read < PieceBytes)
                {
                    return length > MaxBytes ? null : Joined(pieces, length);
                }
            }
        }
        finally
        {
            pieces.ForEach(piece => ArrayPool<byte>.Shared.Return(piece));
        }
    }

    private static ReadOnlyMemory<byte>? Joined(List<byte[]> pieces, int length)
    {
        var whole = new byte[length];
        for (var i = 0; i * PieceBytes < length; i++)
        {
            pieces[i].AsSpan(0, Math.Min(PieceBytes, length - (i * PieceBytes))).CopyTo(whole.AsSpan(i * PieceBytes));
        }

        return whole;
    }

    private static List<string> Encodings(HttpContent content) =>
    [
        .. HeaderFields.All(content.Headers, "Content-Encoding").SelectMany(field => field.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(name => name.ToUpperInvariant()).Where(name => !string.Equals(name, "IDENTITY", StringComparison.Ordinal)),
    ];
}
