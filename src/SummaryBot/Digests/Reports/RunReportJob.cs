using System.Data.Common;
using Microsoft.Extensions.Logging;
using Quartz;

namespace SummaryBot.Digests.Reports;

/// <summary>Tells what there is to tell about runs.</summary>
[DisallowConcurrentExecution]
public sealed partial class RunReportJob(RunReports reports, ILogger<RunReportJob> logger) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await reports.TellAsync(cancellationToken);
        }
        catch (DbException e)
        {
            Log.DatabaseFailed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database did not answer; reports of runs wait.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
