using Discord;
using Discord.Net;
using Discord.Rest;
using SummaryBot.DiscordNet;
using SummaryBot.TestDiscord.Faults;

namespace SummaryBot.Discord.Tests.DiscordNet;

/// <summary>What Discord.Net asks of its own accord.</summary>
public sealed class GatedRestClientTests
{
    private const string LogIn = "GET /users/@me";

    [Fact]
    public async Task Discord_Net_logs_in_through_the_gates()
    {
        await using var discord = await DiscordFixture.StartAsync();
        await using var client = Client(discord);
        await client.LoginAsync(TokenType.Bot, discord.Server.Token, validateToken: false);
        Assert.Equal(discord.Server.World.Bot()["id"]!.GetValue<string>(), $"{client.CurrentUser.Id}");
        Assert.Empty(discord.Server.Log.Refusals);
    }

    /// <summary>By itself it sends 150,085 times in 15 seconds after a 502, and again at once after a 429 without headers.</summary>
    [Theory]
    [InlineData("502")]
    [InlineData("429-no-headers")]
    public async Task Its_queue_never_storms(string fault)
    {
        await using var discord = await DiscordFixture.StartAsync();
        await using var client = Client(discord);
        discord.Server.Faults.Add(new FaultRule(LogIn, fault, RetryAfter: 30));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.LoginAsync(TokenType.Bot, discord.Server.Token, validateToken: false));
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, DiscordFixture.Token);
        Assert.InRange(discord.Server.Log.Entries.Count, 1, 4);
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_know_is_told_as_such()
    {
        await using var discord = await DiscordFixture.StartAsync(token: "wrong");
        await using var client = Client(discord);
        var refused = await Assert.ThrowsAsync<HttpException>(() => client.LoginAsync(TokenType.Bot, "wrong", validateToken: false));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.HttpCode);
        Assert.Contains("does not know the token", refused.Reason, StringComparison.Ordinal);
    }

    private static DiscordRestClient Client(DiscordFixture discord) => new(new DiscordRestConfig
    {
        DefaultRetryMode = RetryMode.AlwaysFail,
        RestClientProvider = _ => new GatedRestClient(discord.Rest),
    });
}
