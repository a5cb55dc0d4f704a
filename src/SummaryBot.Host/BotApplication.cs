using SummaryBot.Host.Configuration;
using SummaryBot.Host.Health;

namespace SummaryBot.Host;

/// <summary>The bot that stays: its duties, its gateway and its health.</summary>
internal static class BotApplication
{
    /// <summary>Less than the ten seconds that Docker and systemd grant.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(8);

    public static WebApplication Build(BotConfiguration configuration)
    {
        // nothing of the surroundings is read but what BotConfiguration checked
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls([configuration["health:address"], .. Origins(configuration)]).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddBot(configuration).AddDiscordPosting(configuration).AddDiscordListening(configuration).AddInteractionsHttp(configuration).AddDuties();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<SchedulerCheck>("scheduler");
        var app = builder.Build();
        app.UseInteractionsHttp(configuration);
        app.MapHealth();
        app.MapArchive(configuration);
        return app;
    }

    /// <summary>Of the way in over HTTP, where there is one.</summary>
    private static IEnumerable<string> Origins(BotConfiguration configuration) =>
        InteractionsHttp.Address(configuration) is { } address ? [address.GetLeftPart(UriPartial.Authority)] : [];
}
