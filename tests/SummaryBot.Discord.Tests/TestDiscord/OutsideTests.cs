using System.ComponentModel;
using System.Diagnostics;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.TestDiscord;

public sealed class OutsideTests
{
    [Fact]
    public async Task An_unmodified_discord_js_can_work_with_TestDiscord()
    {
        var folder = Path.Combine(Root(AppContext.BaseDirectory), "tests", "SummaryBot.TestDiscord", "outside");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules", "discord.js")),
            "discord.js is absent: npm ci in tests/SummaryBot.TestDiscord/outside installs it, as tests/run does.");
        await using var discord = await TestDiscordServer.StartAsync(
            new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(5) }, // so that it soon notices a silent peer
            TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "check.mjs"), discord.Address.ToString()]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var node = Start(start);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, output);
        Assert.Equal(14, output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Node is absent.");
            throw;
        }
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
