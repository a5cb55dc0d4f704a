using SummaryBot.Chat;
using SummaryBot.Discord.Interactions;
using SummaryBot.Language;

namespace SummaryBot.Discord.Posting;

/// <summary>The posts of a message that the bot itself sends or edits: below an edition stand its menu and its buttons.</summary>
internal sealed class Posts(ComponentKey key)
{
    public async ValueTask<IReadOnlyList<Post>> OfAsync(ChatMessage message, CancellationToken cancellationToken) =>
        Post.Of(message, await ButtonsAsync(message, cancellationToken));

    /// <summary>Null where the message is no edition and has none of its own.</summary>
    public async ValueTask<EditionButtons?> ButtonsAsync(ChatMessage message, CancellationToken cancellationToken) =>
        message is { Edition: null, Buttons: null } ? null
        : new EditionButtons(await key.LoadAsync(cancellationToken), new Words(UiLanguage.Find(message.Language) ?? UiLanguage.English));
}
