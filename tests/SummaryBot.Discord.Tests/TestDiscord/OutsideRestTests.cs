using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.TestDiscord;

public sealed class OutsideRestTests
{
    [Fact]
    public async Task An_unmodified_discord_js_posts_waits_and_answers_every_kind_of_interaction()
    {
        await using var discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), TestContext.Current.CancellationToken);
        var output = await Outside.RunAsync("rest.mjs", "discord.js", discord.Address.ToString());
        Assert.Equal(18, output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }
}
