using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.Chat;

/// <summary>Writes messages to a file, one JSON object <c>{nonce, message}</c> a line and a line more for each change, for tests and other programs.</summary>
public sealed class FileChat : IChat, IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);

    public string Scheme => ChannelAddress.File;

    /// <summary>As Discord's. The file itself tells for ever which nonces it holds, and is looked at before each attempt but the first.</summary>
    public ChatLimits Limits { get; } = new(
        MaxCharacters: 4000, EscapedCharacters: "", MessageOverhead: 0, StoryOverhead: 60, NonceWindow: TimeSpan.Zero);

    public async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var line = new JsonObject { ["nonce"] = delivery.Nonce, ["message"] = JsonNode.Parse(MessageJson.Write(delivery.Message)) };
        return await AppendAsync(delivery.Channel, line, cancellationToken) is { } problem
            ? new SendOutcome.Refused(problem)
            : new SendOutcome.Sent(delivery.Nonce);
    }

    public async Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            var mark = $"{{\"nonce\":\"{delivery.Nonce}\"";
            await foreach (var line in File.ReadLinesAsync(delivery.Channel.Target, cancellationToken))
            {
                if (line.StartsWith(mark, StringComparison.Ordinal) && IsWhole(line))
                {
                    return new FindOutcome.Found(delivery.Nonce);
                }
            }

            return new FindOutcome.Missing();
        }
        catch (FileNotFoundException)
        {
            return new FindOutcome.Missing();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FindOutcome.Unreadable($"The file {delivery.Channel.Target} cannot be read: {e.Message}");
        }
    }

    /// <summary>Appends <c>{edited, message}</c>: readers of the file may have read the first line long ago.</summary>
    public async Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken)
    {
        var line = new JsonObject { ["edited"] = sent.MessageId, ["message"] = JsonNode.Parse(MessageJson.Write(message)) };
        return Outcome(await AppendAsync(sent.Channel, line, cancellationToken));
    }

    /// <summary>Appends <c>{deleted}</c>.</summary>
    public async Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken) =>
        Outcome(await AppendAsync(sent.Channel, new JsonObject { ["deleted"] = sent.MessageId }, cancellationToken));

    public void Dispose() => _writing.Dispose();

    private static ChangeOutcome Outcome(string? problem) => problem is null ? new ChangeOutcome.Done() : new ChangeOutcome.Refused(problem);

    /// <returns>Why it could not be written; null where it was.</returns>
    private async Task<string?> AppendAsync(ChannelAddress channel, JsonObject line, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await EndLineAsync(channel.Target, cancellationToken);
            await File.AppendAllTextAsync(channel.Target, line.ToJsonString(MessageJson.Options) + "\n", cancellationToken);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The file {channel.Target} cannot be written: {e.Message}";
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>A line that was cut off by a kill gets its end, so that it spoils no other.</summary>
    private static async Task EndLineAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                await file.WriteAsync("\n"u8.ToArray(), cancellationToken);
            }
        }
    }

    private static bool IsWhole(string line)
    {
        try
        {
            return JsonNode.Parse(line) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
