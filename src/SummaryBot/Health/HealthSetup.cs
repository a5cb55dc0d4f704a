using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Commands.Health;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Health;

public static class HealthSetup
{
    internal static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<ChatConnection>().AddSingleton<ClockWatch>();
        services.AddSingleton<HealthMemory>().AddSingleton<HealthStore>().AddSingleton<FeedLookup>().AddSingleton<HealthCheck>();
        services.AddSingleton<SourceAddress>().AddSingleton<HealthWriter>().AddSingleton<HealthRepairs>();
        services.AddSingleton<BotRepairs>().AddSingleton<SourceRepairs>().AddSingleton<ChannelRepairs>();
        services.AddSingleton<MeasureDatabase>(provider => async token =>
        {
            var database = provider.GetRequiredService<Database>();
            await using var connection = await database.OpenAsync(token);
            return await database.Dialect.MeasureAsync(connection, token) with { Limit = provider.GetRequiredService<IOptions<HealthOptions>>().Value.MaxDatabaseBytes };
        });
        services.AddSingleton<ReadDatabaseClock>(provider => async token =>
        {
            var database = provider.GetRequiredService<Database>();
            await using var connection = await database.OpenAsync(token);
            return await database.Dialect.NowAsync(connection, token);
        });
        return services;
    }
}
