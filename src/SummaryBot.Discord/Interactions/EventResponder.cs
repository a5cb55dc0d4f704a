using Microsoft.Extensions.Logging;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Interactions;

/// <summary>Answers what happens on Discord.</summary>
internal sealed partial class EventResponder(CommandRegistration registration, InteractionDesk desk, ILogger<EventResponder> logger)
{
    public async Task HandleAsync(GatewayEvent happened, CancellationToken cancellationToken)
    {
        switch (happened.Name)
        {
            case "READY" when happened.Data.At("application").At("id").Id() is { } applicationId:
                desk.ApplicationId = applicationId;
                await RegisterAsync(applicationId, cancellationToken);
                break;
            case "INTERACTION_CREATE":
                await desk.TakeAsync(happened.Data, cancellationToken);
                break;
        }
    }

    /// <summary>A database that does not answer now must not end the connection.</summary>
    private async Task RegisterAsync(string applicationId, CancellationToken cancellationToken)
    {
        try
        {
            await registration.EnsureAsync(applicationId, cancellationToken);
        }
#pragma warning disable CA1031 // the commands of before are still there
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.NotRegistered(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Whether the commands changed could not be found out; the next start of a session tries again.")]
        public static partial void NotRegistered(ILogger logger, Exception exception);
    }
}
