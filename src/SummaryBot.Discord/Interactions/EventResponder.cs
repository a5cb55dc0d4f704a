using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Interactions;

/// <summary>Answers what happens on Discord. Whatever goes wrong, the person gets an answer.</summary>
internal sealed partial class EventResponder(
    CommandRegistration registration, SummaryInteraction summary, InteractionReplies replies, ILogger<EventResponder> logger)
{
    public async Task HandleAsync(GatewayEvent happened, CancellationToken cancellationToken)
    {
        switch (happened.Name)
        {
            case "READY" when GatewaySession.Text(happened.Data["application"]?["id"]) is { } applicationId:
                await registration.EnsureAsync(applicationId, cancellationToken);
                break;
            case "INTERACTION_CREATE" when Interaction.TryRead(happened.Data) is { } interaction:
                await AnswerAsync(interaction, cancellationToken);
                break;
        }
    }

    private async Task AnswerAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        try
        {
            await RouteAsync(interaction, cancellationToken);
        }
#pragma warning disable CA1031 // whatever it is, nobody is left with "is thinking…"
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var errorId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            Log.Failed(logger, errorId, e);
            await replies.FailAsync(
                interaction,
                $"Something went wrong here (error {errorId}). Try again in a minute; whoever runs the bot finds the cause in its log.",
                cancellationToken);
        }
    }

    private Task RouteAsync(Interaction interaction, CancellationToken cancellationToken) => interaction switch
    {
        { Type: Interaction.Command, Name: CommandRegistration.Summary } => summary.AnswerAsync(interaction, cancellationToken),
        { Type: Interaction.Autocomplete, Name: CommandRegistration.Summary } => summary.SuggestAsync(interaction, cancellationToken),
        { Type: Interaction.Component } => summary.ClickAsync(interaction, cancellationToken),
        _ => replies.SayAsync(
            interaction, "This bot does not know that command any more. Type / to see those it knows.", cancellationToken),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An interaction failed (error {ErrorId}).")]
        public static partial void Failed(ILogger logger, string errorId, Exception exception);
    }
}
