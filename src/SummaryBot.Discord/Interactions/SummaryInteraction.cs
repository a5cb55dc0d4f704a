using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Digests;
using SummaryBot.Discord.Gateway;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary><c>/summary</c>, its suggestions and its buttons.</summary>
internal sealed class SummaryInteraction(SummaryCommand command, InteractionReplies replies, TimeProvider time)
{
    /// <summary>Discord waits three seconds for suggestions.</summary>
    private static readonly TimeSpan SuggestWithin = TimeSpan.FromSeconds(2.5);

    public async Task AnswerAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var options = interaction.Options;
        var isPublic = options[CommandRegistration.Show] is JsonValue show && show.TryGetValue<bool>(out var value) && value;
        await replies.DeferAsync(interaction, isPrivate: !isPublic, cancellationToken);
        var length = ChoiceText.TryParse<SummaryLength>(
            GatewaySession.Text(options[CommandRegistration.Length]) ?? "medium", out var wanted)
            ? wanted
            : SummaryLength.Medium;
        var request = new SummaryRequest(
            GatewaySession.Text(options[CommandRegistration.Article]) ?? "",
            length,
            GatewaySession.Number(options[CommandRegistration.Sentences]),
            GatewaySession.Text(options[CommandRegistration.About]));
        await ShowAsync(interaction, request, cancellationToken);
    }

    public async Task SuggestAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(_ => limit.Cancel(), null, SuggestWithin, Timeout.InfiniteTimeSpan);
        var typed = interaction.Focused is { } focused ? GatewaySession.Text(interaction.Options[focused]) : null;
        await replies.ChooseAsync(interaction, await command.SuggestAsync(typed ?? "", limit.Token), cancellationToken);
    }

    public async Task ClickAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (WhyButton.TryRead(interaction.CustomId) is { } why)
        {
            await replies.DeferAsync(interaction, isPrivate: true, cancellationToken);
            await ShowAsync(interaction, why.Request, cancellationToken);
        }
        else if (SummaryButton.TryRead(interaction.CustomId) is not { } button)
        {
            await replies.SayAsync(
                interaction, "This button is from an older version of the bot. Type /summary to get a new one.", cancellationToken);
        }
        else if (!string.Equals(button.UserId, interaction.UserId, StringComparison.Ordinal))
        {
            await replies.SayAsync(interaction, "These buttons belong to somebody else. Type /summary to get your own.", cancellationToken);
        }
        else
        {
            await replies.DeferUpdateAsync(interaction, cancellationToken);
            await ShowAsync(interaction, new SummaryRequest(button.ArticleId, button.Length, Sentences: null, button.About), cancellationToken);
        }
    }

    private async Task ShowAsync(Interaction interaction, SummaryRequest request, CancellationToken cancellationToken)
    {
        switch (await command.AnswerAsync(request, cancellationToken))
        {
            case SummaryReply.Shown(var card):
                await replies.EditAsync(interaction, request.Why ? WhyRenderer.Render(card) : CardRenderer.Render(card, interaction.UserId), cancellationToken);
                break;
            case SummaryReply.NotFound(var message):
                await replies.FailAsync(interaction, message, cancellationToken);
                break;
        }
    }
}
