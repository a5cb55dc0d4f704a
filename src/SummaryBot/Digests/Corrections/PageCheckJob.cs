using System.Data.Common;
using Microsoft.Extensions.Logging;
using Quartz;

namespace SummaryBot.Digests.Corrections;

/// <summary>Looks at the pages that are due.</summary>
[DisallowConcurrentExecution]
public sealed partial class PageCheckJob(PageChecker checker, ILogger<PageCheckJob> logger) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var gone = await checker.CheckAsync(cancellationToken);
            if (gone > 0)
            {
                Log.Withdrawn(logger, gone);
            }
        }
        catch (DbException e)
        {
            Log.DatabaseFailed(logger, e); // the next run tries again
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} articles were withdrawn by their publishers.")]
        public static partial void Withdrawn(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "The database did not answer; pages are looked at again in a moment.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
