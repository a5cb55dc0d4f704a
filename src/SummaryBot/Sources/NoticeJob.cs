using System.Data.Common;
using Microsoft.Extensions.Logging;
using Quartz;

namespace SummaryBot.Sources;

/// <summary>Tells what there is to tell about sources.</summary>
[DisallowConcurrentExecution]
public sealed partial class NoticeJob(SourceNotices notices, ILogger<NoticeJob> logger) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await notices.TellAsync(cancellationToken);
        }
        catch (DbException e)
        {
            Log.DatabaseFailed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database did not answer; notices about sources wait.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
