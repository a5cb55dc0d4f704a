using SummaryBot.TestDiscord;

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
