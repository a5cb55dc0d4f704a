using Microsoft.Extensions.Logging;
using Quartz;
using SummaryBot.Operations;

namespace SummaryBot.Digests;

/// <summary>The one scheduled duty so far: write what is due.</summary>
[DisallowConcurrentExecution]
public sealed partial class DispatchJob(DigestDispatcher dispatcher, DrainSwitch drain, Heartbeat heartbeat, ILogger<DispatchJob> logger) : IJob
{
    /// <summary>How often due digests are looked for: an edition goes out within this time after it is due.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var messages = await drain.SinceAsync(cancellationToken) is null ? await dispatcher.DispatchDueAsync(cancellationToken) : 0;
            heartbeat.Beat();
            if (messages > 0)
            {
                Log.Dispatched(logger, messages);
            }
        }
        catch (System.Data.Common.DbException e)
        {
            Log.DatabaseFailed(logger, e); // the next run tries again; readiness turns red meanwhile
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Wrote {MessageCount} editions.")]
        public static partial void Dispatched(ILogger logger, int messageCount);

        [LoggerMessage(2, LogLevel.Error, "The database did not answer; due digests are looked for again in a moment.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
