using SummaryBot.Chat;
using SummaryBot.Discord.Posting;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord;

/// <summary>Posts editions to Discord channels.</summary>
public sealed class DiscordChat : IChat
{
    private readonly Poster _poster;
    private readonly MessageChanges _changes;

    internal DiscordChat(Poster poster, MessageChanges changes) => (_poster, _changes) = (poster, changes);

    public string Scheme => ChannelAddress.Discord;

    public ChatLimits Limits => MessageRenderer.Limits;

    public Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken) => _poster.SendAsync(delivery, cancellationToken);

    public Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken) => _poster.FindAsync(delivery, cancellationToken);

    public Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken) =>
        _changes.EditAsync(sent, message, cancellationToken);

    public bool CanEdit(ChatMessage sent, ChatMessage wanted) => Post.Like(sent, wanted) is not null;

    public Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken) => _changes.DeleteAsync(sent, cancellationToken);
}
