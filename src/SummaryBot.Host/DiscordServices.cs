using SummaryBot.Discord;
#if DISCORDNET
using SummaryBot.DiscordNet;
#endif
using SummaryBot.Host.Configuration;
using SummaryBot.Host.Health;

namespace SummaryBot.Host;

/// <summary>Discord, where there is a token.</summary>
internal static class DiscordServices
{
    public static IServiceCollection AddDiscordPosting(this IServiceCollection services, BotConfiguration configuration) =>
        configuration.DiscordToken is { } token
            ? services.AddDiscord(new DiscordOptions { Token = token, ApiBaseAddress = new Uri(configuration["discord:apiBaseAddress"]) })
#if DISCORDNET
                .UseDiscordNetRest()
#endif
            : services;

    public static IServiceCollection AddDiscordListening(this IServiceCollection services, BotConfiguration configuration)
    {
        if (configuration.DiscordToken is not null)
        {
            services.AddDiscordGateway()
#if DISCORDNET
                .UseDiscordNetGateway()
#endif
                .AddHealthChecks().AddCheck<GatewayCheck>("gateway");
        }

        return services;
    }
}
