using System.Globalization;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

public sealed class ShardTests
{
    private static readonly TestDiscordOptions Sixteen = new()
    {
        HeartbeatInterval = TimeSpan.FromSeconds(5),
        Gateway = new GatewayOptions { Guilds = 64, Shards = 16, MaxConcurrency = 16 },
    };

    [Fact]
    public async Task Sixteen_shards_of_one_process_each_hear_of_their_own_servers()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Sixteen)).ReadyAsync(16);
        Assert.Equal(Enumerable.Range(0, 16), bot.Server.Gateway.Identities.Select(it => it.Identity.Shard).Order());
        Assert.All(bot.Server.Gateway.Identities, it => Assert.Equal(16, it.Identity.Shards));
        var first = ulong.Parse(bot.Server.World.GuildId, CultureInfo.InvariantCulture);
        for (var i = 0UL; i < 64; i++)
        {
            Assert.Single(bot.Interact($"{i}", $"{first + (i << 22)}"));
        }

        await bot.HoldsAsync(() => bot.Interactions.Count() == 64);
        Assert.Equal(64, bot.Interactions.Distinct().Count());
        Assert.Single(bot.Handled, it => it.Name == "READY");
        Assert.Empty(bot.Server.Gateway.Closes);
    }

    [Fact]
    public async Task All_shards_resume_after_a_cut_and_none_identifies_again()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Sixteen)).ReadyAsync(16);
        bot.Server.Gateway.Disconnect();
        await bot.HoldsAsync(() => bot.Server.Gateway.Resumes == 16 && bot.State.IsConnected);
        Assert.Equal(16, bot.Server.Gateway.Identifies);
    }

    [Fact]
    public async Task Shards_of_one_bucket_identify_five_seconds_apart()
    {
        var options = Sixteen with { Gateway = new GatewayOptions { Shards = 3, MaxConcurrency = 2 } };
        await using var bot = await (await GatewayFixture.StartAsync(options)).ReadyAsync(3);
        var times = bot.Server.Gateway.Identities.ToDictionary(it => it.Identity.Shard, it => it.At);
        Assert.InRange((times[2] - times[0]).Duration().TotalSeconds, 5, 15);
        Assert.Equal(0, bot.Server.Gateway.IdentifiesTooSoon);
    }

    [Fact]
    public async Task The_configured_number_of_shards_wins_over_the_recommended_one()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Sixteen, shards: 2)).ReadyAsync(2);
        Assert.All(bot.Server.Gateway.Identities, it => Assert.Equal(2, it.Identity.Shards));
    }

    [Fact]
    public async Task Too_few_shards_for_its_servers_are_named_with_the_remedy()
    {
        var options = Sixteen with { Gateway = new GatewayOptions { Guilds = 2500, Shards = 2 } };
        await using var bot = await GatewayFixture.StartAsync(options, shards: 1);
        await bot.HoldsAsync(() => bot.State.Problem?.Contains("discord.shards", StringComparison.Ordinal) == true);
        Assert.Equal([4011], bot.Server.Gateway.Closes);
    }
}
