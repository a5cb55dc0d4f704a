using System.ComponentModel;
using System.Diagnostics;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>Scripts of Node that judge TestDiscord from outside.</summary>
internal static class Outside
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Folder { get; } = Path.Combine(Root, "tests", "SummaryBot.TestDiscord", "outside");

    /// <summary>Discord's own document, which lies beside the repository.</summary>
    public static string Document { get; } = Path.Combine(Root, "..", "shared", "discord", "openapi.json");

    /// <summary>Skips the test where the package or Node is absent.</summary>
    /// <returns>What it wrote. A script that ends with another code than 0 fails the test.</returns>
    public static async Task<string> RunAsync(string script, string package, params string[] arguments)
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Folder, "node_modules", package)),
            $"{package} is absent: npm ci in tests/SummaryBot.TestDiscord/outside installs it, as tests/run does.");
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, script), .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var node = Start(start);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, output);
        return output;
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

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
