using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using SummaryBot.Operations;

namespace SummaryBot.Sources.Visits;

/// <summary>Visits the sources as they fall due. It lasts as long as the slowest of them, and takes up meanwhile what falls due.</summary>
[DisallowConcurrentExecution]
public sealed partial class VisitJob(VisitPool pool, DrainSwitch drain, IHostApplicationLifetime lifetime, ILogger<VisitJob> logger) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            if (await drain.SinceAsync(stop.Token) is null)
            {
                await pool.VisitDueAsync(only: null, Tell, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // what was on its way was given back
        }
        catch (DbException e)
        {
            Log.DatabaseFailed(logger, e); // the next run tries again
        }
    }

    private void Tell(VisitReport report)
    {
        if (report.End is VisitEnd.Failed or VisitEnd.Ended)
        {
            Log.Failed(logger, report.Source.Outlet, report.Source.Host, report.Reason);
        }
        else if (report.NewItems > 0)
        {
            Log.Read(logger, report.Source.Outlet, report.NewItems);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Source}: {NewItems} new items.")]
        public static partial void Read(ILogger logger, string source, int newItems);

        [LoggerMessage(2, LogLevel.Warning, "{Source} ({Host}): {Reason}")]
        public static partial void Failed(ILogger logger, string source, string host, string? reason);

        [LoggerMessage(3, LogLevel.Error, "The database did not answer; due sources are looked for again in a moment.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
