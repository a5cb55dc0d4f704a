using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummaryBot.Operations;

namespace SummaryBot.Chat;

/// <summary>Tells the administrator, once for each, which channels take no messages any more, and why.</summary>
public sealed partial class AdminNotes(
    BlockedChannelStore store, IEnumerable<IChat> chats, IOptions<OutboxOptions> options, Secrets secrets, TimeProvider time, ILogger<AdminNotes> logger)
{
    /// <summary>What does not fit into one note comes in the next.</summary>
    private const int MostLines = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>The note under way: a second attempt says the same under the same nonce.</summary>
    private IReadOnlyList<BlockedChannel> _telling = [];

    private DateTimeOffset _nextTryAt = DateTimeOffset.MinValue;

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AdminChannel is not { } channel
            || time.GetUtcNow() < _nextTryAt
            || chats.FirstOrDefault(it => string.Equals(it.Scheme, channel.Scheme, StringComparison.Ordinal)) is not { } chat)
        {
            return;
        }

        while (_telling.Count > 0 || (_telling = await store.UntoldAsync(MostLines, cancellationToken)).Count > 0)
        {
            var blocked = _telling;
            var delivery = new Delivery(channel, Note(blocked), blocked[0].Nonce, Attempts: 0, time.GetUtcNow(), MayHaveArrived: false);
            if (await chat.SendAsync(delivery, cancellationToken) is not SendOutcome.Sent)
            {
                _nextTryAt = time.GetUtcNow() + Pause;
                Log.NotTold(logger, channel, blocked.Count);
                return;
            }

            await store.RecordToldAsync(blocked, CancellationToken.None);
            _telling = [];
        }
    }

    private ChatMessage Note(IReadOnlyList<BlockedChannel> blocked) => new(
        blocked.Count == 1 ? "A channel takes no digests" : $"{blocked.Count} channels take no digests",
        [.. blocked.Select(it => secrets.Redact($"{it.Channel}: {it.Reason}"))],
        [],
        ["What waits there is sent by itself as soon as it may be."],
        MessageLayout.Compact);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Channel} could not be told about {Count} channels that take no digests; it is tried again.")]
        public static partial void NotTold(ILogger logger, ChannelAddress channel, int count);
    }
}
