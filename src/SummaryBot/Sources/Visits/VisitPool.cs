using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SummaryBot.Sources.Visits;

/// <summary>Visits what is due, several sources side by side. A slow one holds up nobody but itself and its host; who reads many holds half of the places at most.</summary>
public sealed partial class VisitPool
{
    /// <summary>Longer than a visit may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan LongestVisit = TimeSpan.FromMinutes(3);

    /// <summary>How often it is looked for more while visits are on their way.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly SourceStore _sources;
    private readonly HostStore _hosts;
    private readonly Visitor _visitor;
    private readonly VisitRecorder _recorder;
    private readonly IOptions<SourceOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<VisitPool> _logger;

    internal VisitPool(
        SourceStore sources, HostStore hosts, Visitor visitor, VisitRecorder recorder, IOptions<SourceOptions> options, TimeProvider time, ILogger<VisitPool> logger)
    {
        (_sources, _hosts, _visitor, _recorder, _options, _time, _logger) = (sources, hosts, visitor, recorder, options, time, logger);
    }

    private int Handful => _options.Value.Parallel / 4;

    /// <summary>Visits until nothing is due that may be visited now.</summary>
    /// <param name="only">The ids of the sources to visit; null for all.</param>
    /// <param name="report">Told of each visit as it ends.</param>
    /// <returns>How many visits there were.</returns>
    public async Task<int> VisitDueAsync(IReadOnlyCollection<long>? only, Action<VisitReport>? report, CancellationToken cancellationToken)
    {
        var (visits, running, ended) = (0, new List<Task<VisitReport?>>(), 0);
        try
        {
            while (true)
            {
                var places = _options.Value.Parallel - running.Count;
                var claimed = ended > 0 && places < Handful ? [] : await ClaimAsync(places, only, cancellationToken); // many at once cost no more than one
                running.AddRange(claimed.Select(source => Task.Run(() => VisitAsync(source, cancellationToken), CancellationToken.None)));
                if (running.Count == 0)
                {
                    return visits;
                }

                await Task.WhenAny([.. running, Task.Delay(Look, _time, cancellationToken)]);
                visits += ended = await TakeEndedAsync(running, report);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await Task.WhenAll(running); // each gives its source back
        }
    }

    /// <summary>Visits sources that were made due until each of them was visited, also where hosts let few in at a time, or somebody else has begun to visit some.</summary>
    /// <param name="report">Told of each visit of its own as it ends.</param>
    public async Task VisitAllAsync(IReadOnlyCollection<long> ids, Action<VisitReport>? report, CancellationToken cancellationToken)
    {
        await VisitDueAsync(ids, report, cancellationToken);
        while ((await _sources.OpenAsync(ids, cancellationToken)).Count > 0)
        {
            await Task.Delay(Look, _time, cancellationToken);
            await VisitDueAsync(ids, report, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Source>> ClaimAsync(int places, IReadOnlyCollection<long>? only, CancellationToken cancellationToken) =>
        places == 0 ? [] : await _sources.ClaimAsync(places, Math.Max(1, _options.Value.Parallel / 2), Lease, only, cancellationToken);

    private static async Task<int> TakeEndedAsync(List<Task<VisitReport?>> running, Action<VisitReport>? report)
    {
        var ended = running.Where(task => task.IsCompleted).ToList();
        foreach (var task in ended)
        {
            running.Remove(task);
            if (await task is { } it)
            {
                report?.Invoke(it);
            }
        }

        return ended.Count;
    }

    /// <summary>Null where the visit was broken off; the source is given back then.</summary>
    private async Task<VisitReport?> VisitAsync(Source source, CancellationToken cancellationToken)
    {
        var report = default(VisitReport);
        try
        {
            return report = await LookAsync(source, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (System.Data.Common.DbException e)
        {
            Log.DatabaseFailed(_logger, source.Host, e);
            return null;
        }
        finally
        {
            if (report is null)
            {
                await GiveBackAsync(source);
            }
        }
    }

    private async Task<VisitReport> LookAsync(Source source, CancellationToken cancellationToken)
    {
        if (await BoundedAsync(source, cancellationToken) is { } visit)
        {
            return await _recorder.RecordAsync(source, visit, cancellationToken);
        }

        var openAt = await _hosts.ClosedUntilAsync(source.Host, cancellationToken) ?? _time.GetUtcNow();
        await _sources.ReleaseAsync(source, openAt, cancellationToken);
        return new VisitReport(source, VisitEnd.Waiting, 0, 0, "Its host asks for patience.", openAt);
    }

    /// <summary>A defect that one source brings to light must not end the visits of all others.</summary>
    private async Task<Visit?> BoundedAsync(Source source, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestVisit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await _visitor.VisitAsync(source, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Visit.Failed($"The visit took longer than {LongestVisit.TotalMinutes:F0} minutes.");
        }
#pragma warning disable CA1031 // what it throws is not known: that is what makes it a defect
        catch (Exception e) when (e is not (OperationCanceledException or System.Data.Common.DbException))
#pragma warning restore CA1031
        {
            Log.Defect(_logger, source.Host, e);
            return new Visit.Failed("It could not be read for a defect of the program; the log has more.");
        }
    }

    private async Task GiveBackAsync(Source source)
    {
        try
        {
            await _sources.ReleaseAsync(source, nextVisitAt: null, CancellationToken.None);
        }
        catch (System.Data.Common.DbException e)
        {
            Log.DatabaseFailed(_logger, source.Host, e); // the lease runs out by itself
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database did not answer; the source at {Host} is visited again later.")]
        public static partial void DatabaseFailed(ILogger logger, string host, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "A source at {Host} brought a defect of the program to light; please report it.")]
        public static partial void Defect(ILogger logger, string host, Exception exception);
    }
}
