using SummaryBot.DiscordNet;
using SummaryBot.TestDiscord;

namespace SummaryBot.EndToEnd.Tests.DiscordNet;

public sealed class DiscordNetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_start_says_what_this_edition_cannot_do_and_a_wrong_token_ends_it_with_the_remedy()
    {
        await using var discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        using var folder = new BotFolder();
        folder.Environment["SUMMARYBOT__DISCORD__TOKEN"] = "wrong";
        folder.Environment["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = discord.ApiBaseAddress.ToString();
        await using var bot = BotProcess.Start(folder, []);
        await Eventually.HoldsAsync(() => bot.Notes.Contains("No commands from Discord: Discord does not know the token", StringComparison.Ordinal), () => bot.Notes);
        Assert.All(DiscordNetLimits.All, limit => Assert.Single(bot.Notes.Split('\n'), line => line.Contains(limit, StringComparison.Ordinal)));
        var asked = discord.Log.Entries.Count;
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, Token);
        Assert.Equal(asked, discord.Log.Entries.Count);
    }
}
