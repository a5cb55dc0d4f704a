using System.Buffers.Binary;
using System.Text.Json;

namespace SummaryBot.Articles.Extraction;

/// <summary>How a page goes to the process that reads it and how the answer comes back: frames of a length (4 bytes, little-endian) and as many bytes.</summary>
internal static class PageWire
{
    /// <summary>Bytes of a frame; an answer is longer than its page where characters are escaped.</summary>
    private const int Most = 8 * PageReader.MostBytes;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="Charset">As Content-Type names it.</param>
    private sealed record Question(string? Charset, Uri? Address);

    /// <summary>One of the two.</summary>
    private sealed record Answer(Page? Page, string? Reason);

    public static async Task AskAsync(Stream stream, ReadOnlyMemory<byte> body, string? charset, Uri? address, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(new Question(charset, address), Json), cancellationToken);
        await WriteAsync(stream, body, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <exception cref="IOException">The process ended, or wrote something else.</exception>
    public static async Task<PageResult> ReadAnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        var frame = await ReadAsync(stream, cancellationToken) ?? throw new EndOfStreamException();
        var answer = JsonSerializer.Deserialize<Answer>(frame, Json);
        return answer switch
        {
            { Page: { } page } => new PageResult.Read(page),
            { Reason: { } reason } => new PageResult.Refused(reason),
            _ => throw new InvalidDataException("The answer is neither a page nor a reason."),
        };
    }

    /// <summary>Null at the end of the stream.</summary>
    public static async Task<(byte[] Body, string? Charset, Uri? Address)?> ReadQuestionAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (await ReadAsync(stream, cancellationToken) is not { } head || await ReadAsync(stream, cancellationToken) is not { } body)
        {
            return null;
        }

        var question = JsonSerializer.Deserialize<Question>(head, Json);
        return (body, question?.Charset, question?.Address);
    }

    public static async Task AnswerAsync(Stream stream, PageResult result, CancellationToken cancellationToken)
    {
        var answer = new Answer((result as PageResult.Read)?.Page, (result as PageResult.Refused)?.Reason);
        await WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(answer, Json), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, frame.Length);
        await stream.WriteAsync(length, cancellationToken);
        await stream.WriteAsync(frame, cancellationToken);
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > Most)
        {
            throw new InvalidDataException($"A frame of {length} bytes is none.");
        }

        var frame = new byte[length];
        await stream.ReadExactlyAsync(frame, cancellationToken);
        return frame;
    }
}
