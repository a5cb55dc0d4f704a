using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Discord.Gateway;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord;

public static class GatewaySetup
{
    /// <summary>Listening to Discord: the gateway and the commands. Posting comes with AddDiscord.</summary>
    public static IServiceCollection AddDiscordGateway(this IServiceCollection services)
    {
        services.AddSingleton<GatewayState>().AddSingleton<EventResponder>().AddSingleton<CommandRegistration>();
        services.AddSingleton<SummaryInteraction>().AddSingleton<InteractionReplies>();
        services.AddSingleton(_ => new Random()).AddSingleton<GatewayDirectory>();
        services.AddSingleton<GatewayHandler>(provider => provider.GetRequiredService<EventResponder>().HandleAsync);
        services.AddHostedService<GatewayService>();
        return services;
    }
}
