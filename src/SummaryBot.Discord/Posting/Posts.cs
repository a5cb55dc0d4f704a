using SummaryBot.Chat;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Posting;

/// <summary>The posts of a message that the bot itself sends or edits: below an edition stand its buttons.</summary>
internal sealed class Posts(ComponentKey key)
{
    public async ValueTask<IReadOnlyList<Post>> OfAsync(ChatMessage message, CancellationToken cancellationToken) =>
        Post.Of(message, message.Edition is null ? null : new EditionButtons(await key.LoadAsync(cancellationToken)));
}
