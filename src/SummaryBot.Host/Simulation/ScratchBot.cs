using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Operations;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Host.Simulation;

/// <summary>Every part of the bot, on a clock that is set by hand and a database that is gone with it. Its chats are in memory, its logs nowhere.</summary>
internal sealed class ScratchBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("summarybot-simulate-");
    private readonly SqliteDialect _dialect;
    private readonly ServiceProvider _services;

    private ScratchBot(VirtualClock clock, Random random)
    {
        _dialect = new SqliteDialect(Path.Combine(_folder.FullName, "scratch.db")) { IsScratch = true };
        var services = new ServiceCollection()
            .AddSingleton<SqlDialect>(_dialect)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new Secrets([]))
            .AddSingleton(Options.Create(new OutboxOptions()))
            .AddSingleton(Options.Create(new DispatchOptions()))
            .AddSingleton(Options.Create(new SourceOptions()))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        foreach (var scheme in new[] { ChannelAddress.Console, ChannelAddress.File, ChannelAddress.Discord, ChannelAddress.Webhook })
        {
            services.AddSingleton<IChat>(new MemoryChat(scheme, clock, random));
        }

        _services = services.AddSummaryBot().BuildServiceProvider();
    }

    public static async Task<ScratchBot> StartAsync(VirtualClock clock, Random random, CancellationToken cancellationToken)
    {
        var bot = new ScratchBot(clock, random);
        try
        {
            await bot.Get<Database>().MigrateAsync(cancellationToken);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await using (DbConnection connection = _dialect.Connect())
        {
            SqliteConnection.ClearPool((SqliteConnection)connection);
        }

        _folder.Delete(recursive: true);
    }
}
