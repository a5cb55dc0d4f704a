using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummaryBot.Operations;

namespace SummaryBot.Chat;

/// <summary>Sends what the outbox holds: claim, send, record. Killed between any two of these, it neither loses a message nor posts it twice.</summary>
public sealed partial class Outbox(
    OutboxStore store,
    IEnumerable<IChat> chats,
    FaithfulnessGate gate,
    RenewMessage renew,
    IOptions<OutboxOptions> options,
    Secrets secrets,
    TimeProvider time,
    ILogger<Outbox> logger)
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Since which timestamp a chat takes nothing, and for how long: the clock of the wall may be set meanwhile.</summary>
    private readonly ConcurrentDictionary<string, (long Since, TimeSpan For)> _pauses = new(StringComparer.Ordinal);

    private readonly Dictionary<string, IChat> _chats = chats.ToDictionary(chat => chat.Scheme, StringComparer.Ordinal);

    /// <summary>Sends until nothing is left that may be tried now, and returns how many were sent.</summary>
    /// <param name="stopping">Once canceled nothing more is claimed; what is being sent has <see cref="StopGrace"/> to end.</param>
    public async Task<int> DrainAsync(CancellationToken stopping)
    {
        using var abort = new CancellationTokenSource();
        using var registration = stopping.Register(() => abort.CancelAfter(StopGrace));
        var running = new Dictionary<string, Task<bool>>(StringComparer.Ordinal);
        var plan = new OutboxPlan(store, time);
        var sent = 0;
        try
        {
            while (await FillAsync(plan, running, stopping, abort.Token))
            {
                await WaitAsync(running.Values);
                sent += await TakeEndedAsync(running);
            }
        }
        finally
        {
            Task rest = Task.WhenAll(running.Values);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return sent;
    }

    /// <summary>Starts as many as have room: a slow one keeps its own place, and no other.</summary>
    /// <returns>Whether any is under way.</returns>
    private async Task<bool> FillAsync(OutboxPlan plan, Dictionary<string, Task<bool>> running, CancellationToken stopping, CancellationToken abort)
    {
        var room = stopping.IsCancellationRequested ? 0 : options.Value.Parallel - running.Count;
        foreach (var delivery in room > 0 ? await ClaimAsync(plan, room, abort) : [])
        {
            if (!running.ContainsKey(delivery.Nonce)) // else it outlasted its lease, which this claim renewed
            {
                running.Add(delivery.Nonce, DeliverAsync(delivery, abort));
            }
        }

        return running.Count > 0;
    }

    /// <summary>Waits until one has ended, or until it is time to look for new ones. Then a moment more: a claim costs more for one than for many.</summary>
    private async Task WaitAsync(Dictionary<string, Task<bool>>.ValueCollection running)
    {
        using var look = new CancellationTokenSource(LookAgain, time);
        Task any = Task.WhenAny(running).WaitAsync(look.Token);
        await any.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (running.Count(task => task.IsCompleted) < options.Value.Parallel / 4)
        {
            using var moment = new CancellationTokenSource(Moment, time);
            Task all = Task.WhenAll(running).WaitAsync(moment.Token);
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<int> TakeEndedAsync(Dictionary<string, Task<bool>> running)
    {
        var sent = 0;
        foreach (var (nonce, ended) in running.Where(entry => entry.Value.IsCompleted).ToList())
        {
            running.Remove(nonce);
            sent += await ended ? 1 : 0;
        }

        return sent;
    }

    private async Task<IReadOnlyList<Delivery>> ClaimAsync(OutboxPlan plan, int room, CancellationToken cancellationToken)
    {
        using var activity = Activities.Start("outbox.claim");
        var paused = _pauses.FirstOrDefault(pause => time.GetElapsedTime(pause.Value.Since) < pause.Value.For).Key;
        return await plan.ClaimAsync(room, options.Value.Lease, paused, cancellationToken);
    }

    private async Task<bool> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var outcome = await TrySendAsync(delivery, cancellationToken);
        using var activity = Activities.Start("outbox.record");
        if (outcome is SendOutcome.Sent sent)
        {
            // what stands in the channel is recorded even when the bot is told to stop
            await store.RecordSentAsync(delivery, sent, CancellationToken.None);
            Log.Sent(logger, delivery.Nonce, delivery.Channel, delivery.Attempts + 1);
            return true;
        }

        if (outcome is SendOutcome.Closed closed)
        {
            await store.RecordClosedAsync(delivery, closed.Reason, CancellationToken.None);
            Log.Closed(logger, delivery.Nonce, delivery.Channel, closed.Reason);
            return false;
        }

        if (outcome is SendOutcome.AskedToWait { IsForAll: true } pause)
        {
            _pauses[delivery.Channel.Scheme] = (time.GetTimestamp(), pause.Delay);
        }

        var failure = DeliveryFailure.Of(delivery, outcome)!;
        failure = failure with { Reason = secrets.Redact(failure.Reason) };
        await store.RecordFailureAsync(delivery, failure, CancellationToken.None);
        Report(delivery, failure);
        return false;
    }

    private void Report(Delivery delivery, DeliveryFailure failure)
    {
        if (!failure.IsAttempt)
        {
            Log.Waits(logger, delivery.Nonce, delivery.Channel, failure.Reason, failure.Delay!.Value);
        }
        else if (failure.Delay is { } delay)
        {
            Log.NotSent(logger, delivery.Nonce, delivery.Channel, failure.Reason, delay);
        }
        else
        {
            Log.Withheld(logger, delivery.Nonce, delivery.Channel, failure.Reason);
        }
    }

    /// <summary>A defect in one delivery must not keep the others from being sent.</summary>
    private async Task<SendOutcome> TrySendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(delivery, cancellationToken);
        }
#pragma warning disable CA1031 // whatever it is, it is logged, listed and tried again
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.Defect(logger, delivery.Nonce, e);
            return new SendOutcome.Unknown($"Sending failed in an unexpected way: {e.Message}");
        }
    }

    /// <summary>Looks for the message first where an earlier attempt may have posted it and the chat no longer knows its nonce.</summary>
    private async Task<SendOutcome> SendOnceAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!_chats.TryGetValue(delivery.Channel.Scheme, out var chat))
        {
            return new SendOutcome.Refused(
                $"Nothing here posts to {delivery.Channel}: start the bot with a Discord token, or change the digest's channel.");
        }

        if (delivery.MayHaveArrived && time.GetUtcNow() - delivery.FirstTriedAt > chat.Limits.NonceWindow)
        {
            using var activity = Activities.Start("outbox.find");
            var found = await chat.FindAsync(WithoutSecrets(delivery), cancellationToken);
            switch (found)
            {
                case FindOutcome.Found there:
                    return new SendOutcome.Sent(there.MessageId);
                case FindOutcome.Unreadable unreadable:
                    return new SendOutcome.Unknown(unreadable.Reason);
            }
        }

        var verdict = await gate.CheckAsync(delivery.Message, cancellationToken);
        if (verdict is { Refusal: null, IsOutdated: true } && !delivery.MayHaveArrived) // what may stand there is edited once it is known to
        {
            delivery = delivery with { Message = await renew(delivery, cancellationToken) };
            verdict = await gate.CheckAsync(delivery.Message, cancellationToken);
        }

        if (verdict.Refusal is { } problem)
        {
            return new SendOutcome.Withheld(problem);
        }

        using var sending = Activities.Start("outbox.send");
        return await chat.SendAsync(WithoutSecrets(delivery), cancellationToken);
    }

    /// <summary>Masking comes after the gate: it is the one change that is meant.</summary>
    private Delivery WithoutSecrets(Delivery delivery) => delivery with { Message = MessageJson.WithoutSecrets(delivery.Message, secrets) };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Sent {Nonce} to {Channel}, attempt {Attempt}.")]
        public static partial void Sent(ILogger logger, string nonce, ChannelAddress channel, int attempt);

        [LoggerMessage(2, LogLevel.Warning, "Not sent {Nonce} to {Channel}: {Reason} Next attempt in {Delay}.")]
        public static partial void NotSent(ILogger logger, string nonce, ChannelAddress channel, string reason, TimeSpan delay);

        [LoggerMessage(5, LogLevel.Debug, "{Nonce} to {Channel} waits: {Reason} Next attempt in {Delay}.")]
        public static partial void Waits(ILogger logger, string nonce, ChannelAddress channel, string reason, TimeSpan delay);

        [LoggerMessage(3, LogLevel.Error, "Sending {Nonce} failed in an unexpected way.")]
        public static partial void Defect(ILogger logger, string nonce, Exception exception);

        [LoggerMessage(6, LogLevel.Information, "Not sent {Nonce} to {Channel}, and its digest is paused: {Reason}")]
        public static partial void Closed(ILogger logger, string nonce, ChannelAddress channel, string reason);

        [LoggerMessage(4, LogLevel.Error, "Withheld {Nonce} from {Channel}: {Reason}")]
        public static partial void Withheld(ILogger logger, string nonce, ChannelAddress channel, string reason);
    }
}
