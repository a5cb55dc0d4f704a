using NodaTime;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Kinds;

/// <summary>The end of a personal digest by one press below one of its messages: it is paused until it is resumed, and its topics stay.</summary>
public sealed class StopButton(DigestStore digests, DigestBreaks breaks)
{
    /// <param name="edition">Whose message it was.</param>
    /// <param name="userId">Who pressed.</param>
    public async Task<StopResult> PressAsync(EditionKey edition, string userId, CancellationToken cancellationToken)
    {
        if (await digests.FindAsync(edition.DigestId, cancellationToken) is not { } digest)
        {
            return new StopResult.Deleted();
        }

        if (digest.Digest.Channel != new ChannelAddress(ChannelAddress.Direct, userId))
        {
            return new StopResult.NotYours();
        }

        if (digest.PausedUntil == Instant.MaxValue)
        {
            return new StopResult.Stopped(digest, WasStopped: true);
        }

        return await breaks.PauseAsync(digest.Id, Instant.MaxValue, cancellationToken) is null ? new StopResult.Deleted() : new StopResult.Stopped(digest, WasStopped: false);
    }
}

public abstract record StopResult
{
    /// <param name="WasStopped">Whether it was before.</param>
    public sealed record Stopped(StoredDigest Digest, bool WasStopped) : StopResult;

    /// <summary>There is no such digest any more.</summary>
    public sealed record Deleted : StopResult;

    /// <summary>Only the person whose digest it is can stop it.</summary>
    public sealed record NotYours : StopResult;
}
