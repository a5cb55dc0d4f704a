using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SummaryBot.Chat;

/// <summary>Empties the outbox as it fills; other processes fill it too, so it is looked at every second. Blocked channels are probed every minute.</summary>
public sealed partial class OutboxWorker(
    Outbox outbox, OutboxStore store, AdminNotes notes, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    /// <summary>200 refused requests in 10 minutes at most, of the 10,000 that get an address banned.</summary>
    private const int Probes = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMinutes(1);

    private long _probedAt = time.GetTimestamp();

    /// <summary>An outbox that is full is drained without end, and the rest must not wait for that.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RepeatAsync(outbox.DrainAsync, stoppingToken), RepeatAsync(ProbeAsync, stoppingToken), RepeatAsync(notes.TellAsync, stoppingToken));

    private async Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await work(stoppingToken);
            }
            catch (DbException e)
            {
                Log.DatabaseFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ProbeAsync(CancellationToken stoppingToken)
    {
        if (time.GetElapsedTime(_probedAt) >= ProbeInterval)
        {
            _probedAt = time.GetTimestamp();
            await store.RetryBlockedAsync(Probes, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database did not answer; the outbox waits.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
