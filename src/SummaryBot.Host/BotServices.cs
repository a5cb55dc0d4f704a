using System.Globalization;
using Microsoft.Extensions.Options;
using SummaryBot.Articles.Inbox;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Health;
using SummaryBot.Host.Configuration;
using SummaryBot.Host.ConsoleChat;
using SummaryBot.Host.Logs;
using SummaryBot.Retention;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Storage;

namespace SummaryBot.Host;

/// <summary>The composition root: every part, from the configuration.</summary>
internal static class BotServices
{
    public static IServiceCollection AddBot(this IServiceCollection services, BotConfiguration configuration)
    {
        services.AddLogging(logging => Configure(logging, configuration));
        services.AddSingleton(configuration).AddSingleton(configuration.Secrets).AddSingleton(configuration.Brands).AddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create(new DispatchOptions { Grace = Duration(configuration, "dispatch:grace") }));
        services.AddSingleton(Options.Create(new OutboxOptions
        {
            Lease = Duration(configuration, "outbox:lease"),
            Parallel = int.Parse(configuration["outbox:parallel"], CultureInfo.InvariantCulture),
            RunReports = bool.Parse(configuration["outbox:runReports"]),
            AdminChannel = ChannelAddress.TryParse(configuration["discord:adminChannel"]),
        }));
        services.AddSingleton(Options.Create(new InboxOptions { Folder = configuration["articles:inbox"] }));
        services.AddSingleton(Options.Create(new RetentionOptions { Articles = Days(configuration, "retention:articles"), Guild = Days(configuration, "retention:guild") }));
        var limit = long.Parse(configuration["storage:maxMegabytes"], CultureInfo.InvariantCulture);
        services.AddSingleton(Options.Create(new HealthOptions { MaxDatabaseBytes = limit > 0 ? limit * 1024 * 1024 : null }));
        services.AddSingleton(Options.Create(new FetchOptions
        {
            UserAgent = configuration["fetching:userAgent"],
            AllowedHosts = AllowedHosts.TryParse(configuration["fetching:allowedHosts"])!,
            Ports = FetchOptions.TryParsePorts(configuration["fetching:ports"])!,
        }));
        services.AddSingleton(Options.Create(new SourceOptions
        {
            MinInterval = Duration(configuration, "sources:minInterval"),
            MaxInterval = Duration(configuration, "sources:maxInterval"),
            Parallel = int.Parse(configuration["sources:parallel"], CultureInfo.InvariantCulture),
        }));
        services.AddSingleton<SqlDialect>(_ => configuration.UsesPostgreSql
            ? new PostgresDialect(configuration["storage:postgreSql"])
            : new SqliteDialect(configuration["storage:sqlitePath"]));
        services.AddSingleton<TerminalChat>().AddSingleton<IChat>(provider => provider.GetRequiredService<TerminalChat>());
        services.AddSingleton<IChat, FileChat>();
        services.AddSingleton<FirstRun>().AddSingleton<FirstEdition>();
        return services.AddSummaryBot();
    }

    /// <summary>The parts for a verb that ends by itself, on a database of this version.</summary>
    public static async Task<ServiceProvider> OpenAsync(BotConfiguration configuration, CancellationToken cancellationToken)
    {
        var provider = new ServiceCollection().AddBot(configuration).BuildServiceProvider();
        await provider.GetRequiredService<Database>().MigrateAsync(cancellationToken);
        return provider;
    }

    public static void Configure(ILoggingBuilder logging, BotConfiguration configuration)
    {
        _ = ChoiceText.TryParse<LogLevel>(configuration["logs:level"], out var level);
        logging.ClearProviders().SetMinimumLevel(level);
        logging.AddFilter((category, of) => of >= level && of >= Least(category)); // a filter of one's own takes the place of the minimum level
        logging.AddProvider(new LineLoggerProvider(
            string.Equals(configuration["logs:format"], "json", StringComparison.Ordinal), configuration.Secrets, TimeProvider.System, Console.Error));
    }

    /// <summary>Each repeated request is a warning to Polly; what becomes of it is the outbox's to tell.</summary>
    private static LogLevel Least(string? category) => category is null || !category.StartsWith("SummaryBot", StringComparison.Ordinal)
        ? string.Equals(category, "Polly", StringComparison.Ordinal) ? LogLevel.Critical : LogLevel.Warning
        : LogLevel.Trace;

    private static TimeSpan Days(BotConfiguration configuration, string key) => TimeSpan.FromDays(int.Parse(configuration[key], CultureInfo.InvariantCulture));

    private static TimeSpan Duration(BotConfiguration configuration, string key) =>
        TimeSpan.Parse(configuration[key], CultureInfo.InvariantCulture);
}
