using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SummaryBot.Discord.Gateway;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Gateway;

/// <summary>TestDiscord and the bot's gateway client of it, in one process over real sockets. Interactions are noted, not answered.</summary>
internal sealed class GatewayFixture : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;

    private GatewayFixture(TestDiscordServer server, DiscordOptions options, TimeProvider time, GatewayHandler handler)
    {
        Server = server;
        _services = new ServiceCollection().AddSingleton(time).AddLogging().AddDiscord(options).AddDiscordGateway()
            .AddSingleton<GatewayHandler>((happened, token) =>
            {
                Handled.Enqueue(happened);
                return handler(happened, token);
            })
            .BuildServiceProvider();
    }

    public TestDiscordServer Server { get; }

    public ConcurrentQueue<GatewayEvent> Handled { get; } = new();

    public IEnumerable<string> Interactions =>
        Handled.Where(it => it.Name == "INTERACTION_CREATE").Select(it => it.Data["id"]!.GetValue<string>());

    public GatewayState State => _services.GetRequiredService<GatewayState>();

    private IHostedService Service => _services.GetServices<IHostedService>().Single();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts both; a heartbeat comes each second unless told otherwise.</summary>
    public static async Task<GatewayFixture> StartAsync(
        TestDiscordOptions? options = null, GatewayHandler? handler = null, int shards = 0, TimeProvider? time = null, string? token = null)
    {
        var server = await TestDiscordServer.StartAsync(options ?? new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(1) }, Token);
        var discord = new DiscordOptions { Token = token ?? server.Token, ApiBaseAddress = server.ApiBaseAddress, Shards = shards };
        var fixture = new GatewayFixture(server, discord, time ?? TimeProvider.System, handler ?? ((_, _) => Task.CompletedTask));
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
        await Server.DisposeAsync();
    }
}
