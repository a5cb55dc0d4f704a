using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord.Gateway;
using SummaryBot.Operations;
using SummaryBot.Storage;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Gateway;

/// <summary>
/// TestDiscord and the bot's gateway client of it, in one process over real sockets. Interactions are noted, not answered, unless there is a
/// database to answer from.
/// </summary>
internal sealed class GatewayFixture : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;
    private readonly bool _ownsServer;

    private GatewayFixture(TestDiscordServer server, TimeProvider? time, bool ownsServer, Action<IServiceCollection> add)
    {
        (Server, _ownsServer) = (server, ownsServer);
        var services = new ServiceCollection().AddSingleton(time ?? TimeProvider.System).AddLogging();
        add(services);
        _services = services.BuildServiceProvider();
    }

    public TestDiscordServer Server { get; }

    public ConcurrentQueue<GatewayEvent> Handled { get; } = new();

    public IEnumerable<string> Interactions =>
        Handled.Where(it => it.Name == "INTERACTION_CREATE").Select(it => it.Data["id"]!.GetValue<string>());

    public GatewayState State => _services.GetRequiredService<GatewayState>();

    public ChatConnection Connection => _services.GetRequiredService<ChatConnection>();

    private IHostedService Service => _services.GetServices<IHostedService>().Single();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts both; a heartbeat comes each second unless told otherwise.</summary>
    public static async Task<GatewayFixture> StartAsync(
        TestDiscordOptions? options = null, GatewayHandler? handler = null, int shards = 0, TimeProvider? time = null, string? token = null)
    {
        var server = await TestDiscordServer.StartAsync(options ?? new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(1) }, Token);
        var discord = new DiscordOptions { Token = token ?? server.Token, ApiBaseAddress = server.ApiBaseAddress, Shards = shards };
        GatewayFixture fixture = null!;
        fixture = new GatewayFixture(server, time, ownsServer: true, services => services.AddDiscord(discord).AddDiscordGateway()
            .AddSingleton<GatewayHandler>((happened, stopping) =>
            {
                if (!GuildWatch.IsWatched(happened.Name)) // thousands come in some tests
                {
                    fixture.Handled.Enqueue(happened);
                }

                return handler?.Invoke(happened, stopping) ?? Task.CompletedTask;
            }));
        await fixture.Service.StartAsync(Token);
        return fixture;
    }

    /// <summary>Starts the bot that answers, on a server that is there already.</summary>
    public static async Task<GatewayFixture> StartAnsweringAsync(TestDiscordServer server, string databasePath, TimeProvider? time = null)
    {
        var fixture = new GatewayFixture(server, time, ownsServer: false, services => services
            .AddDiscord(new DiscordOptions { Token = server.Token, ApiBaseAddress = server.ApiBaseAddress }).AddDiscordGateway()
            .AddSingleton<SqlDialect>(new SqliteDialect(databasePath)).AddSingleton(new Secrets([])).AddSummaryBot()
            .AddSingleton(Options.Create(new OutboxOptions())).AddSingleton(Options.Create(new DispatchOptions())));
        await fixture._services.GetRequiredService<Database>().MigrateAsync(Token);
        await fixture.Service.StartAsync(Token);
        return fixture;
    }

    public async Task<GatewayFixture> ReadyAsync(int shards = 1)
    {
        await HoldsAsync(() => State.IsConnected && Server.Gateway.Connected == shards);
        return this;
    }

    /// <summary>Something happens in the server; it goes to the shard of that.</summary>
    public IReadOnlyList<string> Interact(string id, string? guildId = null) =>
        Server.Gateway.Publish("INTERACTION_CREATE", new JsonObject { ["id"] = id, ["guild_id"] = guildId ?? Server.World.GuildId });

    public async Task HoldsAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience, $"{State.Problem}; closes {string.Join(' ', Server.Gateway.Closes)}; ended {string.Join(' ', Server.Gateway.Ended.Values)}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token);
        }
    }

    public static Task RestAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, Token);

    public async Task StopAsync() => await Service.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        await (_ownsServer ? Server.DisposeAsync() : ValueTask.CompletedTask);
    }
}
