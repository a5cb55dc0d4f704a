using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.TestDiscord;

public sealed class OutsideTests
{
    [Fact]
    public async Task An_unmodified_discord_js_can_work_with_TestDiscord()
    {
        await using var discord = await TestDiscordServer.StartAsync(
            new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(5) }, // so that it soon notices a silent peer
            TestContext.Current.CancellationToken);
        var output = await Outside.RunAsync("check.mjs", "discord.js", discord.Address.ToString());
        Assert.Equal(14, output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }
}
