using System.Diagnostics;
using System.Text;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>summarybot as a process of its own, in a folder of its own.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    public static readonly string Program = Path.Combine(
        Path.GetDirectoryName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!, "SummaryBot.Host", Path.GetFileName(
            AppContext.BaseDirectory.TrimEnd('/')), "summarybot.dll");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _notes = new();

    private BotProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_notes, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(_output);

    /// <summary>What it wrote to standard error.</summary>
    public string Notes => Read(_notes);

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public static BotProcess Start(
        BotFolder folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null, bool readsInput = false)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = readsInput,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SUMMARYBOT__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["SUMMARYBOT__HEALTH__ADDRESS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in folder.Environment.Concat(environment ?? new Dictionary<string, string>()))
        {
            start.Environment[name] = value;
        }

        return new BotProcess(new Process { StartInfo = start });
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output, string Notes)> RunAsync(BotFolder folder, params string[] arguments)
    {
        await using var bot = Start(folder, arguments);
        await bot.WaitAsync();
        return (bot.ExitCode, bot.Output, bot.Notes);
    }

    public async Task WaitAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
    }

    public async Task WriteAsync(string input)
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
    }

    /// <summary>Where its health endpoints are, once it is ready.</summary>
    public async Task<Uri> ReadyAsync()
    {
        await Eventually.HoldsAsync(
            () => Notes.Contains("Ready; health at ", StringComparison.Ordinal) || HasExited,
            () => $"The bot is not ready: {Notes}");
        return new Uri(Notes.Split("health at ")[1].Split("/health")[0]);
    }

    /// <summary>As Ctrl-C and Docker do.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append(line is null ? "" : "\n");
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
