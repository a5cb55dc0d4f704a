using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Operations;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;
using SummaryBot.Storage;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Tests;

/// <summary>Every part of the bot on a database of its own, with a clock that the test moves and a chat that the test watches.</summary>
public sealed class TestBot : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly MeterListener _rejects = new();
    private long _rejected;

    private readonly Action<IServiceCollection>? _more;

    private TestBot(TestDatabase database, FakeTimeProvider time, TestChat chat, Action<IServiceCollection>? more)
    {
        (_database, Time, Chat, Web, _more) = (database, time, chat, new MadeUpWeb(time), more);
        _services = Services();
        var meters = _services.GetRequiredService<IMeterFactory>();
        _rejects.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == FaithfulnessGate.Rejects && instrument.Meter.Scope == meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _rejects.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _rejected, count));
        _rejects.Start();
    }

    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero);

    public static ChannelAddress AdminChannel { get; } = ChannelAddress.TryParse("999999999999999999")!;

    public FakeTimeProvider Time { get; }

    public TestChat Chat { get; }

    /// <summary>People's direct messages.</summary>
    public TestChat Direct { get; } = new(ChannelAddress.Direct);

    public MadeUpWeb Web { get; }

    public TestDatabase Place => _database;

    /// <summary>How often the test makes the gate hold something back; whatever else a test does, it is never.</summary>
    public int ExpectedRejects { get; set; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="more">Parts in place of the bot's own.</param>
    public static async Task<TestBot> StartAsync(string kind, Action<IServiceCollection>? more = null)
    {
        var bot = new TestBot(await TestDatabase.CreateAsync(kind), new FakeTimeProvider(Start), new TestChat(), more);
        await bot.Get<Database>().MigrateAsync(Token);
        return bot;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Another process on the same database, clock and chat.</summary>
    public ServiceProvider Services2() => Services();

    public Task<bool> AddArticleAsync(string text, string? source = "Example News") =>
        Get<ArticleStore>().AddAsync(new Article(null, source, null, "en", Time.GetUtcNow().AddHours(-1), text), Token);

    public async Task<StoredDigest> AddDigestAsync(Action<DigestOptions>? change = null)
    {
        var options = new DigestOptions { Name = "Morning", Channel = TestChat.Channel, Zone = "UTC", Times = { "08:00" } };
        change?.Invoke(options);
        var read = Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options));
        return (await Get<DigestStore>().AddAsync(read.Digest, Token))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _rejects.Dispose();
        Assert.Equal(ExpectedRejects, _rejected);
    }

    private ServiceProvider Services()
    {
        var services = Parts();
        _more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private IServiceCollection Parts() => new ServiceCollection()
        .AddSingleton(_database.NewDialect())
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(new Secrets([]))
        .AddSingleton(Options.Create(new OutboxOptions { AdminChannel = AdminChannel }))
        .AddSingleton(Options.Create(new DispatchOptions()))
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton<IChat>(Chat)
        .AddSingleton<IChat>(Direct)
        .AddSingleton(Options.Create(new SourceOptions()))
        .AddSummaryBot()
        .AddSingleton<Fetch>(Web.FetchAsync)
        .AddSingleton<ExtractPage>((body, _, _, _) => Task.FromResult(MadeUpWeb.Extract(body)));
}
