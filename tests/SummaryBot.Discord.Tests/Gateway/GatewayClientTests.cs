using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

/// <summary>The client keeps its session whatever happens to the connection, and misses nothing.</summary>
public sealed class GatewayClientTests
{
    private static readonly TestDiscordOptions Quick = new() { HeartbeatInterval = TimeSpan.FromSeconds(1) };

    [Theory]
    [InlineData("disconnect")]
    [InlineData("reconnect")]
    [InlineData("silent")]
    [InlineData("zombie")]
    [InlineData("deaf")]
    [InlineData("down")]
    [InlineData("invalid-session-resumable")]
    [InlineData("close")]
    public async Task After_a_break_it_resumes_and_gets_what_happened_meanwhile(string fault)
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick)).ReadyAsync();
        bot.Interact("1");
        var run = bot.Server.Gateway.RunAsync([new GatewayStep(fault, For: 3)], TestContext.Current.CancellationToken);
        await GatewayFixture.RestAsync(0.1);
        bot.Interact("2");
        await run;
        await bot.HoldsAsync(() => bot.Server.Gateway is { Resumes: >= 1, Connected: 1 } && bot.Server.Gateway.IsLive(0));
        bot.Interact("3");
        await bot.HoldsAsync(() => bot.Interactions.Count() >= 3);
        Assert.Equal(["1", "2", "3"], bot.Interactions.Order(StringComparer.Ordinal)); // several are handled at once
        Assert.Equal(1, bot.Server.Gateway.Identifies);
        Assert.Empty(bot.Server.Gateway.Ended);
        Assert.DoesNotContain(bot.Server.Gateway.Closes, code => code != 4000);
        await bot.HoldsAsync(() => bot.State.IsConnected);
    }

    [Theory]
    [InlineData("invalid-session", 4000)]
    [InlineData("close", 4007)]
    [InlineData("close", 4009)]
    [InlineData("close", 1000)]
    public async Task Where_the_session_is_over_it_starts_another(string fault, int code)
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick)).ReadyAsync();
        bot.Server.Gateway.Do(new GatewayStep(fault, Code: code));
        await bot.HoldsAsync(() => bot.Server.Gateway.Identifies == 2 && bot.State.IsConnected);
        bot.Interact("1");
        await bot.HoldsAsync(() => bot.Interactions.Any());
        Assert.Equal(0, bot.Server.Gateway.IdentifiesTooSoon);
        Assert.Equal(0, bot.Server.Gateway.Resumes);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task Where_only_a_person_can_help_it_says_so_and_stays_away(int code)
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick)).ReadyAsync();
        bot.Server.Gateway.Do(new GatewayStep("close", Code: code));
        await bot.HoldsAsync(() => bot.State.Problem?.Contains($"{code}", StringComparison.Ordinal) == true);
        await GatewayFixture.RestAsync(1);
        Assert.Equal((1, 0, 0), (bot.Server.Gateway.Identifies, bot.Server.Gateway.Resumes, bot.Server.Gateway.Connected));
    }

    [Fact]
    public async Task What_only_a_person_can_help_with_is_told_with_its_code_and_tried_again_when_asked()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick)).ReadyAsync();
        bot.Server.Gateway.Do(new GatewayStep("close", Code: 4014));
        await bot.HoldsAsync(() => bot.Connection.Gateway is not null);
        Assert.Equal(4014, bot.Connection.Gateway!.Code);
        await bot.Connection.ConnectAgainAsync!(TestContext.Current.CancellationToken);
        Assert.True(bot.State.IsConnected, bot.State.Problem);
        Assert.Null(bot.Connection.Gateway);
    }

    [Fact]
    public async Task A_wrong_token_is_named_without_a_single_identify()
    {
        await using var bot = await GatewayFixture.StartAsync(Quick, token: "wrong");
        await bot.HoldsAsync(() => bot.State.Problem?.Contains("token", StringComparison.Ordinal) == true);
        Assert.Equal(0, bot.Server.Gateway.Identifies);
    }

    [Fact]
    public async Task Acknowledgements_that_are_late_but_come_break_nothing()
    {
        await using var bot = await (await GatewayFixture.StartAsync(new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(2) })).ReadyAsync();
        bot.Server.Gateway.Do(new GatewayStep("late-acks", DelayMs: 300));
        await GatewayFixture.RestAsync(5);
        Assert.Equal((1, 0, 1), (bot.Server.Gateway.Identifies, bot.Server.Gateway.Resumes, bot.Server.Gateway.Connected));
    }

    [Fact]
    public async Task A_flood_of_requests_for_heartbeats_does_not_get_it_closed()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick)).ReadyAsync();
        for (var i = 0; i < 300; i++)
        {
            bot.Server.Gateway.Do(new GatewayStep("ask-heartbeat"));
        }

        await GatewayFixture.RestAsync(3);
        Assert.Empty(bot.Server.Gateway.Closes);
        Assert.Equal(1, bot.Server.Gateway.Connected);
    }

    [Fact]
    public async Task Events_that_come_twice_or_out_of_order_are_handled_once_each()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick)).ReadyAsync();
        bot.Server.Gateway.Faults.Duplicate(5);
        bot.Server.Gateway.Faults.Reorder(5);
        var ids = Enumerable.Range(0, 40).Select(i => $"{i}").ToList();
        ids.ForEach(id => bot.Interact(id));
        await bot.HoldsAsync(() => bot.Interactions.Count() >= ids.Count);
        await GatewayFixture.RestAsync(0.2);
        Assert.Equal(ids.Order(), bot.Interactions.Order());
    }

    [Fact]
    public async Task An_event_held_back_when_the_connection_breaks_comes_with_the_resume()
    {
        await using var bot = await (await GatewayFixture.StartAsync(new TestDiscordOptions())).ReadyAsync();
        bot.Server.Gateway.Faults.Reorder(1);
        bot.Interact("held");
        bot.Server.Gateway.Disconnect();
        bot.Interact("later");
        await bot.HoldsAsync(() => bot.Interactions.Count() == 2);
        Assert.Equal(["held", "later"], bot.Interactions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_message_of_megabytes_comes_whole_through_the_compressed_stream()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick)).ReadyAsync();
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 3_000_000).Select(_ => (char)random.Next('a', 'z')));
        bot.Server.Gateway.Publish("INTERACTION_CREATE", new() { ["id"] = "large", ["guild_id"] = bot.Server.World.GuildId, ["text"] = text });
        await bot.HoldsAsync(() => bot.Interactions.Any());
        Assert.Equal(text, bot.Handled.Last().Data["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task When_it_stops_it_says_goodbye_and_the_session_ends()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick)).ReadyAsync();
        await bot.StopAsync();
        await bot.HoldsAsync(() => bot.Server.Gateway.Connected == 0);
        Assert.Equal(["the client said goodbye"], bot.Server.Gateway.Ended.Values);
    }

    [Fact]
    public async Task When_the_identifies_of_the_day_are_used_up_it_waits_and_says_until_when()
    {
        await using var bot = await (await GatewayFixture.StartAsync(Quick with { Gateway = new GatewayOptions { IdentifiesPerDay = 1 } })).ReadyAsync();
        bot.Server.Gateway.Invalidate();
        await bot.HoldsAsync(() => bot.State.Problem?.Contains("0 more sessions of 1", StringComparison.Ordinal) == true);
        Assert.Equal(1, bot.Server.Gateway.Identifies);
        Assert.DoesNotContain(4004, bot.Server.Gateway.Closes);
    }
}
