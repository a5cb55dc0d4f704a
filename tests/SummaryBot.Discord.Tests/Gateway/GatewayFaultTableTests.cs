using System.Text.Json.Nodes;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

/// <summary>Faults that other clients were found to have on the gateway: here none of them may come back.</summary>
public sealed class GatewayFaultTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summarybot-gateway-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Handlers_that_hang_stop_no_heartbeat_and_what_they_keep_waiting_is_not_lost()
    {
        const int Asked = 3000; // more than the handlers and their queue take
        var release = new TaskCompletionSource();
        await using var bot = await (await GatewayFixture.StartAsync(handler: (_, stopping) => release.Task.WaitAsync(stopping))).ReadyAsync();
        Enumerable.Range(0, Asked).ToList().ForEach(i => bot.Interact($"{i}"));
        await GatewayFixture.RestAsync(4); // four heartbeats
        Assert.Empty(bot.Server.Gateway.Closes);
        Assert.Equal((1, 0, 1), (bot.Server.Gateway.Identifies, bot.Server.Gateway.Resumes, bot.Server.Gateway.Connected));
        Assert.InRange(bot.Interactions.Count(), 1, Asked - 1);
        release.SetResult();
        await bot.HoldsAsync(() => bot.Interactions.Count() >= Asked);
        Assert.Equal(Asked, bot.Interactions.Distinct().Count());
        Assert.Equal(Asked, bot.Interactions.Count());
    }

    [Fact]
    public async Task Ready_again_and_a_start_again_do_not_register_the_commands_again()
    {
        await using var server = await TestDiscordServer.StartAsync(new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(1) }, Token);
        await using (var bot = await StartAsync(server))
        {
            server.Gateway.Invalidate();
            await bot.HoldsAsync(() => server.Gateway is { Identifies: 2, Connected: 1 });
            await GatewayFixture.RestAsync(1);
        }

        await GatewayFixture.RestAsync(5); // until the next identify is allowed
        await using (await StartAsync(server))
        {
            await GatewayFixture.RestAsync(1);
            Assert.Equal(3, server.Gateway.Identifies);
            Assert.Equal(1, server.World.Registrations);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(-24 * 365)]
    public async Task Interactions_are_answered_however_wrong_the_clock_of_the_bot_is(int hours)
    {
        await using var server = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        await using var bot = await StartAsync(server, new WrongClock(TimeSpan.FromHours(hours)));
        var answer = await server.User.InvokeAsync("summary", new Dictionary<string, object> { ["article"] = "harbor" });
        Assert.Null(answer.Error);
        Assert.NotNull(answer.Message);
    }

    [Fact]
    public async Task Of_servers_and_members_nothing_is_kept()
    {
        const int Servers = 3000;
        var options = new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(5), Gateway = new GatewayOptions { ReplayEvents = 10 } };
        await using var bot = await (await GatewayFixture.StartAsync(options)).ReadyAsync();
        Assert.Equal(1, Assert.Single(bot.Server.Gateway.Identities).Identity.Intents); // servers alone: no members, no messages
        await FloodAsync(bot, 50);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await FloodAsync(bot, Servers);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(grown, long.MinValue, Servers * 1000); // they came as 10 KB each
    }

    /// <summary>Servers with their members pass by; then something that is handled shows that all were read.</summary>
    private static async Task FloodAsync(GatewayFixture bot, int servers)
    {
        for (var i = 0; i < servers; i++)
        {
            var id = (ulong.Parse(bot.Server.World.GuildId, System.Globalization.CultureInfo.InvariantCulture) + (ulong)i).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var members = new JsonArray([.. Enumerable.Range(0, 50).Select(member => new JsonObject { ["user"] = new JsonObject { ["id"] = $"{id}{member}", ["username"] = new string('m', 150) } })]);
            bot.Server.Gateway.Publish("GUILD_CREATE", new JsonObject { ["id"] = id, ["members"] = members });
        }

        bot.Interact($"last of {servers}");
        await bot.HoldsAsync(() => bot.Interactions.Contains($"last of {servers}"));
    }

    private async Task<GatewayFixture> StartAsync(TestDiscordServer server, TimeProvider? time = null)
    {
        var bot = await GatewayFixture.StartAnsweringAsync(server, Path.Combine(_folder, "bot.db"), time);
        await bot.HoldsAsync(() => bot.State.IsConnected && server.World.Registrations == 1);
        return bot;
    }

    /// <summary>Runs as it should and tells a wrong time of day.</summary>
    private sealed class WrongClock(TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;
    }
}
