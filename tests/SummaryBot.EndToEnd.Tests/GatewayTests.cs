using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Host.Health;
using SummaryBot.Operations;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>The bot keeps its connection to the gateway whatever happens to it.</summary>
public sealed class GatewayTests : IAsyncLifetime
{
    private static readonly Dictionary<string, object> Herzog = new() { ["article"] = "Herzog" };

    private readonly BotFolder _folder = new();
    private TestDiscordServer _discord = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await TestDiscordServer.StartAsync(
            new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(2) },
            TestContext.Current.CancellationToken);
        _folder.Environment["SUMMARYBOT__DISCORD__TOKEN"] = _discord.Token;
        _folder.Environment["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = _discord.ApiBaseAddress.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("disconnect", 1, 1)]
    [InlineData("reconnect", 1, 1)]
    [InlineData("invalid-session", 2, 0)]
    [InlineData("zombie", 1, 1)]
    public async Task After_a_break_the_bot_resumes_or_identifies_anew_and_answers_again(string fault, int identifies, int resumes)
    {
        await using var bot = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(() => _discord.World.Registrations == 1, () => bot.Notes);
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, TestContext.Current.CancellationToken); // a heartbeat or two
        Break(fault);
        await Eventually.HoldsAsync(
            () => _discord.Gateway.Identifies == identifies && _discord.Gateway.Resumes >= resumes && _discord.Gateway.Connected == 1,
            () => bot.Notes);
        _discord.Gateway.Faults.IsZombie = false;
        var answer = await _discord.User.InvokeAsync("summary", Herzog);
        Assert.Null(answer.Error);
        Assert.Equal(1, _discord.World.Registrations);
        Assert.DoesNotContain(4009, _discord.Gateway.Closes);
        Assert.DoesNotContain(4008, _discord.Gateway.Closes);
    }

    [Fact]
    public async Task What_is_asked_while_the_connection_is_down_is_answered_after_it_resumed()
    {
        await using var bot = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(() => _discord.World.Registrations == 1, () => bot.Notes);
        _discord.Gateway.Disconnect();
        var answer = await _discord.User.InvokeAsync("summary", Herzog);
        Assert.True(
            answer.Error is null or "The application did not respond", answer.ToString()); // within Discord's three seconds, or not at all
        await Eventually.HoldsAsync(() => _discord.Gateway is { Resumes: 1, Connected: 1 }, () => bot.Notes);
        Assert.Null((await _discord.User.InvokeAsync("summary", Herzog)).Error);
    }

    /// <summary>Readiness follows the gateway; with Discord's own heartbeats of 41.25 s a silent peer is noticed after 56 s at most.</summary>
    [Fact]
    public async Task A_gateway_that_falls_silent_turns_readiness_red_until_it_is_back()
    {
        await using var bot = BotProcess.Start(_folder, []);
        var ready = new Uri(await bot.ReadyAsync(), "/health/ready");
        using var http = new HttpClient(new SocketsHttpHandler());
        await BecomesAsync(http, ready, "Healthy");
        _discord.Gateway.Do(new GatewayStep("silent"));
        await BecomesAsync(http, ready, "Unhealthy");
        _discord.Gateway.Faults.Heal();
        await BecomesAsync(http, ready, "Healthy");
        Assert.Equal(1, _discord.Gateway.Identifies);
    }

    [Fact]
    public async Task A_scheduler_that_stalls_turns_readiness_red_within_a_minute()
    {
        var time = new FakeTimeProvider();
        var heartbeat = new Heartbeat(time);
        var check = new SchedulerCheck(heartbeat);
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(check));
        time.Advance(TimeSpan.FromSeconds(44));
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(check));
        time.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(check));
        heartbeat.Beat();
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(check));
    }

    private static async Task<HealthStatus> StatusAsync(SchedulerCheck check) =>
        (await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status;

    private static async Task BecomesAsync(HttpClient http, Uri ready, string status)
    {
        string? found = null;
        for (var i = 0; i < 400 && found != status; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
            using var response = await http.GetAsync(ready, TestContext.Current.CancellationToken);
            found = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["status"]!.GetValue<string>();
        }

        Assert.Equal(status, found);
    }

    private void Break(string fault)
    {
        switch (fault)
        {
            case "disconnect":
                _discord.Gateway.Disconnect();
                break;
            case "reconnect":
                _discord.Gateway.AskToReconnect();
                break;
            case "invalid-session":
                _discord.Gateway.Invalidate();
                break;
            default:
                _discord.Gateway.Faults.IsZombie = true;
                break;
        }
    }
}
