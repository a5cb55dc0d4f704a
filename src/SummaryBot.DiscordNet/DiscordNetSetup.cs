using Discord.Net.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SummaryBot.Discord;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.DiscordNet;

/// <summary>Puts Discord.Net's clients in the place of SummaryBot's own. What is sent when, and what is answered, stays as it is.</summary>
public static class DiscordNetSetup
{
    /// <summary>After AddDiscord: requests go out through Discord.Net's REST client, below all gates.</summary>
    public static IServiceCollection UseDiscordNetRest(this IServiceCollection services)
    {
        services.AddHttpClient(DiscordSetup.ClientName).ConfigurePrimaryHttpMessageHandler(
            provider => new RestWire(provider.GetRequiredService<DiscordOptions>(), DefaultRestClientProvider.Instance));
        return services;
    }

    /// <summary>After AddDiscordGateway: Discord.Net's socket client listens.</summary>
    public static IServiceCollection UseDiscordNetGateway(this IServiceCollection services)
    {
        services.Remove(services.First(service => service.ImplementationType == typeof(GatewayService)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DiscordNetGateway>());
        return services;
    }
}
