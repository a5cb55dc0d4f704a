using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions;

/// <summary>Tells people what went wrong, and what to do: in the language of the server or of the person, wherever the interaction stands.</summary>
internal sealed class InteractionErrors(CallReader calls, InteractionReplies replies, TimeProvider time)
{
    /// <summary>For the language that a server has set; the person's own does where the database is slow or gone.</summary>
    private static readonly TimeSpan AskWithin = TimeSpan.FromMilliseconds(500);

    public async Task FailAsync(Interaction interaction, ErrorCode code, CancellationToken cancellationToken, string? errorId = null) =>
        await FailAsync(interaction, Reply.Fail(await WordsAsync(interaction, cancellationToken), code, ("id", errorId)), cancellationToken);

    /// <param name="failure">Whose lines tell of it.</param>
    public Task FailAsync(Interaction interaction, Reply failure, CancellationToken cancellationToken) =>
        replies.FailAsync(interaction, ReplyText.Join(" ", failure.Lines), cancellationToken);

    private async Task<Words> WordsAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await calls.WordsAsync(interaction, limit.Token).WaitAsync(AskWithin, time, cancellationToken);
        }
#pragma warning disable CA1031 // the very database may be what fails, and a text is needed to say so
        catch (Exception)
#pragma warning restore CA1031
        {
            await limit.CancelAsync();
            return new Words(UiLanguage.OfLocale(interaction.Locale) ?? UiLanguage.English);
        }
    }
}
