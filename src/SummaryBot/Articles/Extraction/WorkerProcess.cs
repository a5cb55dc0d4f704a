using System.Diagnostics;

namespace SummaryBot.Articles.Extraction;

/// <summary>One process that reads pages. It is used by one caller at a time.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly ExtractionOptions _options;
    private readonly TimeProvider _time;

    private WorkerProcess(Process process, ExtractionOptions options, TimeProvider time) => (_process, _options, _time) = (process, options, time);

    /// <summary>Pages read so far.</summary>
    public int Pages { get; private set; }

    /// <summary>When it read the last one.</summary>
    public long IdleSince { get; private set; }

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static WorkerProcess Start(ExtractionOptions options, TimeProvider time)
    {
        var start = new ProcessStartInfo(options.Command[0], options.Command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = (options.MostMemoryBytes * 2 / 3).ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        var process = new Process { StartInfo = start };
        process.ErrorDataReceived += static (_, _) => { }; // what a dying runtime says is told by its end
        process.Start();
        process.BeginErrorReadLine();
        return new WorkerProcess(process, options, time);
    }

    /// <exception cref="IOException">It ended over the page, or had ended before.</exception>
    /// <exception cref="OperationCanceledException">It took too long, or the caller gave up; the worker is of no more use.</exception>
    public async Task<PageResult> ReadAsync(ReadOnlyMemory<byte> body, string? charset, Uri? address, CancellationToken cancellationToken)
    {
        await using var watch = _time.CreateTimer(_ => KillIfTooLarge(), state: null, LookEvery, LookEvery);
        var asking = PageWire.AskAsync(_process.StandardInput.BaseStream, body, charset, address, cancellationToken);
        var answer = await PageWire.ReadAnswerAsync(_process.StandardOutput.BaseStream, cancellationToken);
        await asking;
        Pages++;
        IdleSince = _time.GetTimestamp();
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void KillIfTooLarge()
    {
        try
        {
            _process.Refresh();
            if (!_process.HasExited && _process.WorkingSet64 > _options.MostMemoryBytes)
            {
                Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // it ended meanwhile
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it ended by itself
        }
    }
}
