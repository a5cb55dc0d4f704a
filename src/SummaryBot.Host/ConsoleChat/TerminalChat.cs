using SummaryBot.Chat;

namespace SummaryBot.Host.ConsoleChat;

/// <summary>The chat of a bot without an account: messages are drawn in the terminal, or written as plain text where there is none.</summary>
public sealed class TerminalChat : IChat
{
    private readonly Lock _drawing = new();

    public string Scheme => ChannelAddress.Console;

    /// <summary>As Discord's, so that what the terminal shows is what Discord would. A terminal knows no nonce: cut off in the middle, it shows a message again.</summary>
    public ChatLimits Limits { get; } = new(
        MaxCharacters: 4000, EscapedCharacters: "", MessageOverhead: 0, StoryOverhead: 60, NonceWindow: TimeSpan.MaxValue);

    public Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        lock (_drawing)
        {
            Show(delivery.Message);
        }

        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(delivery.Nonce));
    }

    public Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Missing());

    /// <summary>What was shown cannot be taken back, so the message is shown again as it is now.</summary>
    public Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken)
    {
        lock (_drawing)
        {
            Show(message);
        }

        return Task.FromResult<ChangeOutcome>(new ChangeOutcome.Done());
    }

    public Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken) =>
        Task.FromResult<ChangeOutcome>(new ChangeOutcome.Refused("What a terminal has shown cannot be taken back."));

    /// <summary>Shows a message as the chat would post it.</summary>
    public void Show(ChatMessage message)
    {
        if (Console.IsOutputRedirected)
        {
            Console.Out.WriteLine(PlainMessage.Write(message));
        }
        else
        {
            DrawnMessage.Show(message);
        }
    }
}
