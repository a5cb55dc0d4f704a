using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Articles;
using SummaryBot.Benchmarks.Load;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Benchmarks;

/// <summary>10,000 digests fall due in one minute: how long until all editions are written and in the outbox.</summary>
internal static class DispatchBenchmark
{
    private const int Digests = 10_000;
    private const int Early = 100;
    private const int Articles = 40;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("summarybot-bench-").FullName;
        await MeasureAsync(new SqliteDialect(Path.Combine(folder, "bench.db")));
        Directory.Delete(folder, recursive: true);
        if (Environment.GetEnvironmentVariable("SUMMARYBOT_BENCH_POSTGRESQL") is { } connectionString)
        {
            await MeasureAsync(new PostgresDialect(connectionString));
        }
        else
        {
            Console.WriteLine("PostgreSQL: SUMMARYBOT_BENCH_POSTGRESQL is not set (the connection string of an empty database).");
        }
    }

    private static async Task MeasureAsync(SqlDialect dialect)
    {
        var time = new FakeTimeProvider(Start);
        await using var services = Services(dialect, time);
        await services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        await FillAsync(services);
        time.SetUtcNow(Start.AddMinutes(30)); // a bot that stays has dispatched before
        await services.GetRequiredService<DigestDispatcher>().DispatchDueAsync(CancellationToken.None);
        time.SetUtcNow(Start.AddHours(1));
        var plain = await PlainInsertAsync(services.GetRequiredService<Database>());
        var used = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var messages = await services.GetRequiredService<DigestDispatcher>().DispatchDueAsync(CancellationToken.None);
        var taken = watch.Elapsed;
        used = Environment.CpuUsage.TotalTime - used;
        Console.WriteLine($"{dialect.Name}: {messages} editions written and queued in {taken.TotalSeconds:F2} s ({used.TotalSeconds:F2} s of processor time; heap {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB); {taken / plain:F1} times a bare insert of as many message rows ({plain.TotalSeconds:F2} s)");
    }

    private static async Task FillAsync(IServiceProvider services)
    {
        for (var i = 0; i < Articles; i++)
        {
            await services.GetRequiredService<ArticleStore>().AddAsync(LoadNews.Article(i, Start.AddHours(-i)), CancellationToken.None);
        }

        for (var i = 0; i < Digests + Early; i++)
        {
            var options = new DigestOptions { Name = $"Digest {i}", Channel = $"{1_100_000_000_000_000_000L + i}", Times = { i < Digests ? "08:00" : "07:30" } };
            await services.GetRequiredService<DigestStore>().AddAsync(
                ((DigestReadResult.Read)DigestReader.Read(options)).Digest, CancellationToken.None);
        }
    }

    private static async Task<TimeSpan> PlainInsertAsync(Database database)
    {
        var rows = Enumerable.Range(0, Digests).Select(i => new object?[] { $"plain-{i}", new string('x', 2500) });
        var watch = Stopwatch.StartNew();
        await database.WriteAsync(
            async transaction =>
            {
                await database.Dialect.InsertManyAsync(transaction, "bot_state", ["key", "value"], rows, CancellationToken.None);
                return true;
            },
            CancellationToken.None);
        return watch.Elapsed;
    }

    private static ServiceProvider Services(SqlDialect dialect, TimeProvider time) => new ServiceCollection()
        .AddSingleton(dialect)
        .AddSingleton(time)
        .AddSingleton(new Secrets([]))
        .AddSingleton(Options.Create(new OutboxOptions()))
        .AddSingleton(Options.Create(new DispatchOptions()))
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton<IChat, FileChat>()
        .AddSummaryBot()
        .BuildServiceProvider();
}
