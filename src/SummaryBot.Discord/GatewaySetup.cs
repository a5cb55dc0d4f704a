using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummaryBot.Chat;
using SummaryBot.Discord.Gateway;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord;

public static class GatewaySetup
{
    /// <summary>Listening to Discord: the gateway and the commands. Posting comes with AddDiscord.</summary>
    public static IServiceCollection AddDiscordGateway(this IServiceCollection services)
    {
        services.AddInteractions().AddSingleton<GatewayState>().TryAddSingleton<ChatConnection>();
        services.AddSingleton(_ => new Random()).AddSingleton<GatewayDirectory>();
        services.AddSingleton(Handler);
        services.AddHostedService<GatewayService>();
        return services;
    }

    /// <summary>What changes on servers is told to the outbox.</summary>
    public static IServiceCollection AddGuildWatch(this IServiceCollection services) =>
        services.AddSingleton<GuildWatch>().AddHostedService(provider => provider.GetRequiredService<GuildWatch>());

    private static GatewayHandler Handler(IServiceProvider services)
    {
        var (watch, responder) = (services.GetService<GuildWatch>(), services.GetRequiredService<EventResponder>());
        return (happened, cancellationToken) =>
        {
            if (!GuildWatch.IsWatched(happened.Name))
            {
                return responder.HandleAsync(happened, cancellationToken);
            }

            watch?.Note(happened);
            return Task.CompletedTask;
        };
    }
}
