using System.Text.Json.Nodes;
using SummaryBot.Discord.Rest;
using SummaryBot.TestDiscord.Faults;
using SummaryBot.TestDiscord.Rest;

namespace SummaryBot.Discord.Tests.Rest;

/// <summary>No route is asked more than its headers allow; TestDiscord counts.</summary>
public sealed class BucketTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Routes_that_share_a_bucket_share_what_is_left()
    {
        await using var discord = await DiscordFixture.StartAsync();
        Limit(discord, "POST /channels/*/messages", new RouteLimit("shared", 3, Window));
        Limit(discord, "GET /channels/*/messages", new RouteLimit("shared", 3, Window));
        await PostAsync(discord, 100);
        await ReadAsync(discord); // now both routes are known to be one bucket
        var all = Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? PostAsync(discord, i) : ReadAsync(discord));
        Assert.All(await Task.WhenAll(all), result => Assert.IsType<RestResult.Done>(result));
        Assert.Equal(0, discord.Server.LimitsExceeded);
    }

    [Fact]
    public async Task Channels_have_their_own_share_of_a_bucket()
    {
        await using var discord = await DiscordFixture.StartAsync();
        Limit(discord, "POST /channels/*/messages", new RouteLimit("posts", 1, TimeSpan.FromSeconds(30)));
        Assert.IsType<RestResult.Done>(await PostAsync(discord, 1));
        Assert.IsType<RestResult.AskedToWait>(await PostAsync(discord, 2));
        Assert.IsType<RestResult.Done>(await PostAsync(discord, 3, discord.Server.ChannelIds[1]));
        Assert.Equal(0, discord.Server.LimitsExceeded);
    }

    [Fact]
    public async Task A_limit_and_a_bucket_that_change_in_flight_are_followed()
    {
        await using var discord = await DiscordFixture.StartAsync();
        Limit(discord, "POST /channels/*/messages", new RouteLimit("first", 10, Window));
        Assert.IsType<RestResult.Done>(await PostAsync(discord, 0));
        Limit(discord, "POST /channels/*/messages", new RouteLimit("second", 2, Window));
        var all = Enumerable.Range(1, 7).Select(i => PostAsync(discord, i));
        Assert.All(await Task.WhenAll(all), result => Assert.IsType<RestResult.Done>(result));
        Limit(discord, "POST /channels/*/messages", new RouteLimit("second", 1, Window));
        await PostAsync(discord, 8);
        Assert.IsType<RestResult.Done>(await PostAsync(discord, 9));
        Assert.InRange(discord.Server.LimitsExceeded, 0, 1); // the one that found the limit halved in its window
    }

    [Fact]
    public async Task An_answer_that_was_lost_counts_as_a_request()
    {
        await using var discord = await DiscordFixture.StartAsync();
        Limit(discord, "POST /channels/*/messages", new RouteLimit("posts", 2, Window));
        Assert.IsType<RestResult.Done>(await PostAsync(discord, 0));
        discord.Server.Faults.Add(new FaultRule("POST /channels/*/messages", "drop-after-accept", Probability: 0.5, Count: 8));
        for (var i = 1; i < 8; i++)
        {
            await PostAsync(discord, i);
        }

        Assert.Equal(0, discord.Server.LimitsExceeded);
        Assert.Equal(8, discord.Server.Messages(discord.Channel).Count);
    }

    private static void Limit(DiscordFixture discord, string route, RouteLimit limit) => discord.Server.Limit(route, limit);

    private static Task<RestResult> PostAsync(DiscordFixture discord, int number, string? channel = null) => discord.Rest.SendAsync(
        HttpMethod.Post,
        $"channels/{channel ?? discord.Channel}/messages",
        new JsonObject { ["content"] = $"{number}", ["nonce"] = $"{number}", ["enforce_nonce"] = true },
        DiscordFixture.Token);

    private static Task<RestResult> ReadAsync(DiscordFixture discord) =>
        discord.Rest.SendAsync(HttpMethod.Get, $"channels/{discord.Channel}/messages?limit=1", body: null, DiscordFixture.Token);
}
