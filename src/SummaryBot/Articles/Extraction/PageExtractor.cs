using System.ComponentModel;
using System.Globalization;

namespace SummaryBot.Articles.Extraction;

/// <summary>Reads pages in processes of their own, so that none can take the bot with it: each has a deadline and a bound on memory, and is ended beyond them.</summary>
/// <remarks>A worker is started when the first page comes and ended when none came for a while. Safe from any thread.</remarks>
public sealed class PageExtractor : IAsyncDisposable
{
    /// <summary>Pages after which a worker makes way for a fresh one.</summary>
    private const int MostPages = 1_000;

    private readonly ExtractionOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _free;
    private readonly Stack<WorkerProcess> _idle = new();
    private readonly ITimer _sweep;

    public PageExtractor(ExtractionOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_options, _time) = (options, time);
        _free = new SemaphoreSlim(options.Workers);
        _sweep = time.CreateTimer(_ => EndIdle(options.IdleAfter), state: null, options.IdleAfter, options.IdleAfter);
    }

    /// <summary>How many workers wait for a page.</summary>
    public int IdleWorkers
    {
        get
        {
            lock (_idle)
            {
                return _idle.Count;
            }
        }
    }

    /// <param name="body">HTML or plain text.</param>
    /// <param name="charset">As Content-Type names it; null where it does not.</param>
    /// <param name="address">Where it was found; null for a file.</param>
    /// <returns>The page, or why it is not read; a page that takes too long or too much memory is refused like one that is too large.</returns>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public async Task<PageResult> ExtractAsync(ReadOnlyMemory<byte> body, string? charset, Uri? address, CancellationToken cancellationToken)
    {
        if (body.Length > PageReader.MostBytes)
        {
            return PageReader.Read(body, charset, address); // which refuses it unread
        }

        await _free.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(body, charset, address, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        while (TakeIdle() is { } worker)
        {
            await worker.DisposeAsync();
        }

        _free.Dispose();
    }

    private async Task<PageResult> ReadAsync(ReadOnlyMemory<byte> body, string? charset, Uri? address, CancellationToken cancellationToken)
    {
        if (TakeIdle() is { } used && await TryReadAsync(used, body, charset, address, cancellationToken) is { } result)
        {
            return result;
        }

        try
        {
            return await TryReadAsync(WorkerProcess.Start(_options, _time), body, charset, address, cancellationToken)
                ?? new PageResult.Refused("It took too much memory to read.");
        }
        catch (Win32Exception e)
        {
            return new PageResult.Refused($"The program that reads pages does not start: {e.Message}.");
        }
    }

    /// <summary>Null where the worker ended over the page, or had ended before it.</summary>
    private async Task<PageResult?> TryReadAsync(
        WorkerProcess worker, ReadOnlyMemory<byte> body, string? charset, Uri? address, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.Deadline, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var isSound = false;
        try
        {
            var result = await worker.ReadAsync(body, charset, address, both.Token);
            isSound = worker.Pages < MostPages;
            return result;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PageResult.Refused(string.Create(CultureInfo.InvariantCulture, $"It took longer than {_options.Deadline.TotalSeconds:0.#} s to read."));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
        finally
        {
            await KeepOrEndAsync(worker, isSound);
        }
    }

    private async ValueTask KeepOrEndAsync(WorkerProcess worker, bool isSound)
    {
        if (!isSound)
        {
            await worker.DisposeAsync();
            return;
        }

        lock (_idle)
        {
            _idle.Push(worker);
        }
    }

    private WorkerProcess? TakeIdle()
    {
        lock (_idle)
        {
            return _idle.TryPop(out var worker) ? worker : null;
        }
    }

    private void EndIdle(TimeSpan after)
    {
        List<WorkerProcess> old;
        lock (_idle)
        {
            var all = _idle.Reverse().ToList();
            old = all.FindAll(worker => _time.GetElapsedTime(worker.IdleSince) >= after);
            _idle.Clear();
            all.Except(old).ToList().ForEach(_idle.Push);
        }

        foreach (var worker in old)
        {
            _ = worker.DisposeAsync().AsTask();
        }
    }
}
