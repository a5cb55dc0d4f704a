using SummaryBot.Chat;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Interactions;

/// <summary>Answers what happens on Discord.</summary>
internal sealed class EventResponder(CommandRegistration registration, InteractionDesk desk, BotIdentity identity)
{
    public async Task HandleAsync(GatewayEvent happened, CancellationToken cancellationToken)
    {
        switch (happened.Name)
        {
            case "READY" when happened.Data.At("application").At("id").Id() is { } applicationId:
                identity.ApplicationId = applicationId;
                await desk.PrepareAsync(applicationId, cancellationToken);
                await registration.EnsureAsync(applicationId, cancellationToken);
                break;
            case "INTERACTION_CREATE":
                await desk.TakeAsync(happened.Data, cancellationToken);
                break;
        }
    }
}
