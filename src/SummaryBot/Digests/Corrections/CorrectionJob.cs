using System.Data.Common;
using Microsoft.Extensions.Logging;
using Quartz;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Corrections;

/// <summary>Finds what has to be corrected, and corrects it.</summary>
[DisallowConcurrentExecution]
public sealed partial class CorrectionJob(Corrector corrector, ChangeOutbox outbox, ILogger<CorrectionJob> logger) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await corrector.CheckAsync(cancellationToken);
            await outbox.DrainAsync(cancellationToken);
        }
        catch (DbException e)
        {
            Log.DatabaseFailed(logger, e); // the next run tries again
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database did not answer; corrections wait.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
