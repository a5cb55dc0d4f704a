using System.Globalization;
using SummaryBot.Discord;
#if DISCORDNET
using SummaryBot.DiscordNet;
#endif
using SummaryBot.Host.Configuration;
using SummaryBot.Host.Health;

namespace SummaryBot.Host;

/// <summary>Discord; without a token its webhooks alone.</summary>
internal static class DiscordServices
{
    public static IServiceCollection AddDiscordPosting(this IServiceCollection services, BotConfiguration configuration) =>
        services.AddDiscord(new DiscordOptions
        {
            Token = configuration.DiscordToken ?? "",
            ApiBaseAddress = new Uri(configuration["discord:apiBaseAddress"]),
            Shards = int.Parse(configuration["discord:shards"], CultureInfo.InvariantCulture),
            OwnerGuild = configuration["discord:ownerGuild"],
        })
#if DISCORDNET
        .UseDiscordNetRest()
#endif
        ;

    public static IServiceCollection AddDiscordListening(this IServiceCollection services, BotConfiguration configuration)
    {
        if (configuration.DiscordToken is not null)
        {
            services.AddDiscordGateway().AddGuildWatch()
#if DISCORDNET
                .UseDiscordNetGateway()
#endif
                .AddHealthChecks().AddCheck<GatewayCheck>("gateway");
        }

        return services;
    }
}
