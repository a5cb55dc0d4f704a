using System.Diagnostics;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>Real shells complete with the script that the program prints.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("digest pre", "preview")]
    [InlineData("arch", "archive")]
    [InlineData("completion z", "zsh")]
    [InlineData("digest preview --as", "--as-of")]
    [InlineData("digest preview Mor", "Morning\\ news")]
    [InlineData("digest preview \"Mor", "Morning news")]
    [InlineData("digest preview xyz", "")]
    public async Task Bash_completes_verbs_options_and_names(string typed, string expected)
    {
        Assert.Equal(0, (await BotProcess.RunAsync(_folder, "digest", "create", "Morning news", "--time", "08:00")).Code);
        Assert.Equal(expected, await BashAsync(typed));
    }

    [Fact]
    public async Task To_complete_a_word_makes_no_database()
    {
        Assert.Equal("", await BashAsync("digest preview Mor"));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.db", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Other_shells_take_their_script(string shell)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, shell))), $"{shell} is not installed.");
        var script = await ScriptAsync(shell);
        Assert.Equal((0, ""), await RunAsync(shell, "-n", script));
    }

    /// <summary>What would be put into the line, one a line.</summary>
    private async Task<string> BashAsync(string typed)
    {
        var script = await ScriptAsync("bash");
        var program = Path.Combine(_folder.Path, "summarybot");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec dotnet '{BotProcess.Program}' \"$@\"\n", TestContext.Current.CancellationToken);
#pragma warning disable CA1416 // a shell is there, so this is no Windows
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
#pragma warning restore CA1416
        var drive = Path.Combine(_folder.Path, "drive.sh");
        await File.WriteAllTextAsync(
            drive,
            $$"""
            PATH={{_folder.Path}}:$PATH
            source {{script}}
            COMP_LINE='summarybot {{typed}}'
            COMP_POINT=${#COMP_LINE}
            COMP_WORDS=($COMP_LINE)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _summarybot 2>/dev/null
            printf '%s\n' "${COMPREPLY[@]}"
            """,
            TestContext.Current.CancellationToken);
        var (code, output) = await RunAsync("bash", drive);
        Assert.Equal(0, code);
        return output.Trim();
    }

    private async Task<string> ScriptAsync(string shell)
    {
        var (code, output, _) = await BotProcess.RunAsync(_folder, "completion", shell);
        Assert.Equal(0, code);
        var path = Path.Combine(_folder.Path, $"complete.{shell}");
        await File.WriteAllTextAsync(path, output, TestContext.Current.CancellationToken);
        return path;
    }

    private async Task<(int Code, string Output)> RunAsync(string shell, params string[] arguments)
    {
        var start = new ProcessStartInfo(shell, arguments) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = _folder.Path };
        foreach (var (name, value) in _folder.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
