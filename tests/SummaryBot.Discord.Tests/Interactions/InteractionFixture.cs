using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SummaryBot.Articles;
using SummaryBot.Discord.Gateway;
using SummaryBot.Discord.Interactions;
using SummaryBot.Operations;
using SummaryBot.Storage;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Interactions;
using SummaryBot.Tests;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>What answers interactions, on a database of its own, against TestDiscord over real HTTP. Interactions are handed over as the gateway would.</summary>
internal sealed class InteractionFixture : IAsyncDisposable, ILoggerProvider
{
    public const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke of trade. Nobody was hurt. The band played. A crane fell over at noon.";

    private readonly string _folder = Directory.CreateTempSubdirectory("summarybot-test-").FullName;
    private readonly InterruptedDialect _dialect;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly List<ServiceProvider> _all = [];
    private Action<IServiceCollection> _more = _ => { };
    private TestDatabase? _database;

    private InteractionFixture(TestDiscordServer server) => (Server, _dialect) = (server, new InterruptedDialect(Path.Combine(_folder, "test.db")) { IsScratch = true });

    public TestDiscordServer Server { get; }

    public TimeProvider Time { get; private set; } = TimeProvider.System;

    public HandMade Hand => Server.HandMade;

    public string User => Server.World.UserId;

    public string Log => string.Join('\n', _log);

    public InterruptedDialect Dialect => _dialect;

    /// <summary>What was logged since the last time, errors with their exceptions apart.</summary>
    public (IReadOnlyList<string> All, IReadOnlyList<string> Errors) TakeLog()
    {
        var (all, errors) = (_log.ToArray(), _errors.ToArray());
        _log.Clear();
        _errors.Clear();
        return (all, errors);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    private ServiceProvider Services => _all[^1];

    /// <param name="database">Null for SQLite; it is deleted with the fixture.</param>
    public static async Task<InteractionFixture> StartAsync(
        Action<IServiceCollection>? more = null, TimeProvider? time = null, TestDiscordOptions? discord = null, TestDatabase? database = null)
    {
        var fixture = new InteractionFixture(await TestDiscordServer.StartAsync((discord ?? new TestDiscordOptions()) with { EnforceRateLimits = false }, Token))
        {
            _more = more ?? (_ => { }),
            Time = time ?? TimeProvider.System,
            _database = database,
        };
        fixture.Restart();
        await fixture.Get<Database>().MigrateAsync(Token);
        return fixture;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Another process on the same database.</summary>
    public void Restart()
    {
        var services = new ServiceCollection().AddSingleton(Time).AddSingleton(_database?.NewDialect() ?? _dialect).AddSingleton(new Secrets([])).AddSummaryBot();
        services.AddLogging(logging => logging.AddProvider(this).AddFilter("SummaryBot", LogLevel.Information));
        services.AddDiscord(new DiscordOptions { Token = Server.Token, ApiBaseAddress = Server.ApiBaseAddress }).AddInteractions();
        _more(services);
        _all.Add(services.BuildServiceProvider());
    }

    public async Task<string> AddArticleAsync(string headline, string? url = null)
    {
        var article = new Article(headline, "Example News", url is null ? null : new Uri(url), "en", DateTimeOffset.UnixEpoch, $"{headline} is new. {News}");
        await Get<ArticleStore>().AddAsync(article, Token);
        return article.Id;
    }

    /// <summary>Hands an interaction over and waits until all is done.</summary>
    public async Task<JsonObject> TakeAsync(JsonObject interaction)
    {
        await Get<EventResponder>().HandleAsync(new GatewayEvent("INTERACTION_CREATE", interaction), Token);
        await Get<InteractionDesk>().WhenIdleAsync();
        return interaction;
    }

    public Task<JsonObject> CommandAsync(string name, Action<JsonObject>? change = null, params (string Name, int Type, JsonNode Value)[] options) =>
        TakeAsync(Hand.Make(HandMade.Command, Typed(name, options), change));

    /// <summary>Clicks a button, or chooses in a menu, of a message.</summary>
    public Task<JsonObject> UseAsync(JsonObject message, string customId, Action<JsonObject>? change = null, string? userId = null, params string[] values) =>
        TakeAsync(Hand.Make(HandMade.Component, Used(customId, values), change, userId, message["id"]!.GetValue<string>()));

    /// <summary>The last message that a person sees.</summary>
    public JsonObject Last(string? userId = null) => Hand.SeenBy(userId ?? User)[^1];

    public static JsonObject Typed(string name, params (string Name, int Type, JsonNode Value)[] options) => new()
    {
        ["id"] = "1",
        ["name"] = name,
        ["type"] = 1,
        ["options"] = new JsonArray([.. options.Select(option => new JsonObject { ["name"] = option.Name, ["type"] = option.Type, ["value"] = option.Value })]),
    };

    public static JsonObject Used(string customId, params string[] values) => new()
    {
        ["custom_id"] = customId,
        ["component_type"] = values.Length == 0 ? 2 : 3,
        ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
    };

    /// <summary>The custom_id of a button or menu of a message, by its label or placeholder; null where there is none.</summary>
    public static string? IdOf(JsonObject message, string label) => message["components"]!.AsArray().Where(row => row!["type"]!.GetValue<int>() == 1)
        .SelectMany(row => row!["components"]!.AsArray())
        .FirstOrDefault(it => (it!["label"] ?? it["placeholder"])?.GetValue<string>() == label)?["custom_id"]?.GetValue<string>();

    /// <summary>Ends the process.</summary>
    public ValueTask StopAsync() => Services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _all)
        {
            await services.DisposeAsync();
        }

        await Server.DisposeAsync();
        using (var connection = (SqliteConnection)_dialect.Connect())
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_folder, recursive: true);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new ListLogger(_log, _errors);

    void IDisposable.Dispose()
    {
        // the log goes with the fixture
    }

    private sealed class ListLogger(ConcurrentQueue<string> log, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{formatter(state, exception)} {exception}";
            log.Enqueue(line);
            if (logLevel >= LogLevel.Error || exception is not null)
            {
                errors.Enqueue(line);
            }
        }
    }
}
