using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummaryBot.Chat;

namespace SummaryBot.Articles.Inbox;

/// <summary>Looks into the inbox every two seconds, so that a file is an article within ten.</summary>
public sealed partial class InboxWorker(InboxFolder inbox, TimeProvider time, ILogger<InboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var result in await inbox.LookAsync(stoppingToken))
                {
                    Tell(result);
                }
            }
            catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
            {
                Log.LookFailed(logger, e);
            }
        }
    }

    private void Tell(ImportResult result)
    {
        switch (result)
        {
            case ImportResult.Added added:
                Log.Added(logger, Printable.Of(added.File), added.Article.Id);
                break;
            case ImportResult.Known known:
                Log.Known(logger, Printable.Of(known.File), known.Article.Id);
                break;
            case ImportResult.Rejected rejected:
                Log.Rejected(logger, Printable.Of(rejected.File), Printable.Of(rejected.Reason));
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Took {File} from the inbox as {ArticleId}.")]
        public static partial void Added(ILogger logger, string file, string articleId);

        [LoggerMessage(2, LogLevel.Information, "{File} in the inbox is stored already as {ArticleId}.")]
        public static partial void Known(ILogger logger, string file, string articleId);

        [LoggerMessage(3, LogLevel.Warning, "{File} in the inbox is rejected: {Reason}")]
        public static partial void Rejected(ILogger logger, string file, string reason);

        [LoggerMessage(4, LogLevel.Error, "The inbox could not be looked into; it is tried again.")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
