using System.Collections.Concurrent;
using SummaryBot.Chat;

namespace SummaryBot.Tests;

/// <summary>A chat in memory that fails as it is told.</summary>
public sealed class TestChat : IChat
{
    public const string Channel = "123456789012345678";

    private readonly ConcurrentQueue<Delivery> _messages = new();
    private readonly ConcurrentQueue<(SentMessage Sent, ChatMessage Message)> _edits = new();
    private int _sends;

    public string Scheme => ChannelAddress.Discord;

    public ChatLimits Limits { get; } = new(4000, "*_", 100, 80, TimeSpan.FromMinutes(2));

    /// <summary>What stands in the channels, in the order it came.</summary>
    public IReadOnlyList<Delivery> Messages => [.. _messages];

    /// <summary>Answers the next attempts, in order; after them messages are taken.</summary>
    public ConcurrentQueue<Answer> Answers { get; } = new();

    public int Looks { get; private set; }

    /// <summary>How often something was to be sent.</summary>
    public int Sends => _sends;

    /// <summary>A channel that answers only after something else.</summary>
    public (string Channel, Task After)? Slow { get; set; }

    public async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sends);
        if (Slow is { } slow && string.Equals(slow.Channel, delivery.Channel.Target, StringComparison.Ordinal))
        {
            await slow.After;
        }

        var answer = Answers.TryDequeue(out var next) ? next : new Answer(Takes: true, null);
        if (answer.Takes)
        {
            _messages.Enqueue(delivery);
        }

        return answer.Outcome ?? new SendOutcome.Sent($"m-{delivery.Nonce}");
    }

    public Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        Looks++;
        return Task.FromResult<FindOutcome>(_messages.Any(message => string.Equals(message.Nonce, delivery.Nonce, StringComparison.Ordinal))
            ? new FindOutcome.Found($"m-{delivery.Nonce}")
            : new FindOutcome.Missing());
    }

    /// <summary>What was put into the place of sent messages, in order.</summary>
    public IReadOnlyList<(SentMessage Sent, ChatMessage Message)> Edits => [.. _edits];

    /// <summary>Answers the next edits, in order; after them they are made.</summary>
    public ConcurrentQueue<ChangeOutcome> EditAnswers { get; } = new();

    public Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken)
    {
        var outcome = EditAnswers.TryDequeue(out var answer) ? answer : new ChangeOutcome.Done();
        if (outcome is ChangeOutcome.Done)
        {
            _edits.Enqueue((sent, message));
        }

        return Task.FromResult(outcome);
    }

    public Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken) =>
        throw new NotSupportedException("No test deletes yet.");

    /// <param name="Takes">Whether the message stands in the channel afterwards.</param>
    /// <param name="Outcome">What the bot is told; null is sent.</param>
    public sealed record Answer(bool Takes, SendOutcome? Outcome);
}
