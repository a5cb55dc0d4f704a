using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord.Interactions;
using SummaryBot.Language;
using SummaryBot.Settings;

namespace SummaryBot.Discord.Posting;

/// <summary>The posts of a message that the bot itself sends or edits: below an edition stand its menu and its buttons.</summary>
internal sealed class Posts(ComponentKey key, DigestStore digests, GuildSettingsStore settings)
{
    public async ValueTask<IReadOnlyList<Post>> OfAsync(ChatMessage message, CancellationToken cancellationToken) =>
        Post.Of(message, await ButtonsAsync(message, cancellationToken));

    /// <summary>Null where the message is no edition and has none of its own.</summary>
    public async ValueTask<EditionButtons?> ButtonsAsync(ChatMessage message, CancellationToken cancellationToken) =>
        message is { Edition: null, Buttons: null } ? null
        : new EditionButtons(await key.LoadAsync(cancellationToken), message.Edition is { } edition ? await WordsAsync(edition, cancellationToken) : Words.English);

    /// <summary>In the language of the digest's server.</summary>
    private async Task<Words> WordsAsync(EditionKey edition, CancellationToken cancellationToken)
    {
        var guild = (await digests.FindAsync(edition.DigestId, cancellationToken))?.Digest.Guild ?? "";
        return (await settings.OfAsync(guild, cancellationToken)).Language is { } language ? new Words(language) : Words.English;
    }
}
