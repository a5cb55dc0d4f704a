using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SummaryBot.Chat;

/// <summary>Empties the outbox as it fills; other processes fill it too, so it is looked at every second.</summary>
public sealed partial class OutboxWorker(Outbox outbox, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await outbox.DrainAsync(stoppingToken);
            }
            catch (DbException e)
            {
                Log.DatabaseFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database did not answer; the outbox waits.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
