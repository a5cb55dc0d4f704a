using System.Data.Common;
using Microsoft.Extensions.Logging;
using Quartz;

namespace SummaryBot.Health;

/// <summary>Notes since when things are paused, so that what is forgotten is found.</summary>
[DisallowConcurrentExecution]
public sealed partial class HealthJob(HealthMemory memory, ILogger<HealthJob> logger) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await memory.NotePausesAsync(cancellationToken);
        }
        catch (DbException e)
        {
            Log.DatabaseFailed(logger, e); // the next run does it
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database did not answer; pauses are noted an hour later.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
