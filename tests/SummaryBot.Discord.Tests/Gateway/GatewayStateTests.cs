using Microsoft.Extensions.Time.Testing;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

public sealed class GatewayStateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_gateway_that_falls_silent_is_a_problem_within_a_minute_whatever_its_connection_believes()
    {
        var state = new GatewayState(_time);
        state.Expect(1);
        state.Connected(new ShardId(0, 1));
        _time.Advance(TimeSpan.FromSeconds(41.25)); // Discord's own pace of heartbeats
        Assert.True(state.IsConnected);
        state.Heard(new ShardId(0, 1));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("Nothing was heard from Discord for 60 s.", state.Problem);
        state.Heard(new ShardId(0, 1));
        Assert.True(state.IsConnected);
    }

    [Fact]
    public void One_shard_of_many_that_is_away_is_a_problem()
    {
        var state = new GatewayState(_time);
        state.Expect(3);
        Assert.Equal("3 of 3 shards: Not connected yet.", state.Problem);
        state.Connected(new ShardId(0, 3));
        state.Connected(new ShardId(2, 3));
        Assert.Equal("1 of 3 shards: Not connected yet.", state.Problem);
        state.Connected(new ShardId(1, 3));
        Assert.Null(state.Problem);
        state.Lost(new ShardId(2, 3), "Broken.");
        Assert.Equal("1 of 3 shards: Broken.", state.Problem);
    }
}
