using Microsoft.Extensions.Logging;
using SummaryBot.Operations;

namespace SummaryBot.Chat;

/// <summary>Edits sent messages: claim, edit, record. Killed between any two of these, it edits the message again to the same.</summary>
public sealed partial class ChangeOutbox(
    ChangeStore store, IEnumerable<IChat> chats, FaithfulnessGate gate, Secrets secrets, ILogger<ChangeOutbox> logger)
{
    /// <summary>Edits side by side.</summary>
    private const int Parallel = 8;

    /// <summary>In one run; what is more waits for the next.</summary>
    private const int Most = 400;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RefusalDelay = TimeSpan.FromHours(1);

    private readonly Dictionary<string, IChat> _chats = chats.ToDictionary(chat => chat.Scheme, StringComparer.Ordinal);

    /// <summary>Makes the edits that may be tried now, and returns how many were made.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var (done, tried) = (0, 0);
        while (tried < Most && await store.ClaimAsync(Parallel, Lease, cancellationToken) is { Count: > 0 } claimed)
        {
            done += (await Task.WhenAll(claimed.Select(change => MakeAsync(change, cancellationToken)))).Count(isDone => isDone);
            tried += claimed.Count;
        }

        return done;
    }

    /// <returns>Whether nothing is left to do.</returns>
    private async Task<bool> MakeAsync(MessageChange change, CancellationToken cancellationToken)
    {
        switch (await TryAsync(change, cancellationToken))
        {
            case ChangeOutcome.Done done: // what stands in the channel is recorded even when the bot is told to stop
                await store.RecordDoneAsync(change, done.Note is { } note ? secrets.Redact(note) : null, CancellationToken.None);
                Log.Edited(logger, change.Nonce, change.Sent.Channel);
                return true;
            case ChangeOutcome.Missing:
                await store.RecordRemovedAsync(change, CancellationToken.None);
                Log.Removed(logger, change.Nonce, change.Sent.Channel);
                return true;
            case var outcome:
                var failure = Failure(change, outcome);
                failure = failure with { Reason = secrets.Redact(failure.Reason) };
                await store.RecordFailureAsync(change, failure, CancellationToken.None);
                Log.NotEdited(logger, change.Nonce, change.Sent.Channel, failure.Reason, failure.Delay);
                return false;
        }
    }

    private static ChangeFailure Failure(MessageChange change, ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.AskedToWait wait => new ChangeFailure(
            wait.Delay > ShortestWait ? wait.Delay : ShortestWait, wait.Reason, outcome.PartsDone, IsAttempt: false),
        ChangeOutcome.Unknown unknown => new ChangeFailure(DeliveryFailure.Growing(change.Attempts), unknown.Reason, outcome.PartsDone),
        ChangeOutcome.Refused refused => new ChangeFailure(RefusalDelay, refused.Reason, outcome.PartsDone),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A defect in one edit must not keep the others from being made.</summary>
    private async Task<ChangeOutcome> TryAsync(MessageChange change, CancellationToken cancellationToken)
    {
        try
        {
            return await EditAsync(change, cancellationToken);
        }
#pragma warning disable CA1031 // whatever it is, it is logged, listed and tried again
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.Defect(logger, change.Nonce, e);
            return new ChangeOutcome.Unknown($"Editing failed in an unexpected way: {e.Message}");
        }
    }

    private async Task<ChangeOutcome> EditAsync(MessageChange change, CancellationToken cancellationToken)
    {
        if (!_chats.TryGetValue(change.Sent.Channel.Scheme, out var chat))
        {
            return new ChangeOutcome.Refused($"Nothing here posts to {change.Sent.Channel}: start the bot with a Discord token.");
        }

        return (await gate.CheckAsync(change.Wanted, cancellationToken)).Refusal is { } problem
            ? new ChangeOutcome.Refused(problem)
            : await chat.EditAsync(WithoutSecrets(change.Sent), MessageJson.WithoutSecrets(change.Wanted, secrets), cancellationToken);
    }

    private SentMessage WithoutSecrets(SentMessage sent) => sent.Shown is null ? sent : sent with { Shown = MessageJson.WithoutSecrets(sent.Shown, secrets) };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Corrected {Nonce} in {Channel}.")]
        public static partial void Edited(ILogger logger, string nonce, ChannelAddress channel);

        [LoggerMessage(2, LogLevel.Information, "{Nonce} in {Channel} was deleted there and is not corrected.")]
        public static partial void Removed(ILogger logger, string nonce, ChannelAddress channel);

        [LoggerMessage(3, LogLevel.Warning, "Not corrected {Nonce} in {Channel}: {Reason} Next attempt in {Delay}.")]
        public static partial void NotEdited(ILogger logger, string nonce, ChannelAddress channel, string reason, TimeSpan delay);

        [LoggerMessage(4, LogLevel.Error, "Correcting {Nonce} failed in an unexpected way.")]
        public static partial void Defect(ILogger logger, string nonce, Exception exception);
    }
}
