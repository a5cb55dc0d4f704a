using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace SummaryBot.Retention;

/// <summary>Forgets, after each start and then daily, what is older than it is to be kept.</summary>
[DisallowConcurrentExecution]
public sealed partial class RetentionJob(RetentionStore store, IOptions<RetentionOptions> options, ILogger<RetentionJob> logger) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await ForgetAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException e)
        {
            Log.DatabaseFailed(logger, e); // the next run does it
        }
    }

    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var guilds = await store.ForgetGuildsAsync(options.Value.Guild, cancellationToken);
        var editions = await store.ForgetEditionsAsync(options.Value.Articles, cancellationToken);
        var articles = await store.ForgetArticlesAsync(options.Value.Articles, cancellationToken);
        await store.ForgetOpinionsAsync(cancellationToken);
        await store.ForgetDraftsAsync(cancellationToken);
        if (guilds + editions + articles > 0)
        {
            Log.Forgot(logger, articles, editions, guilds);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Forgot {ArticleCount} old articles, {EditionCount} old editions and the digests and sources of {GuildCount} servers that the bot has left.")]
        public static partial void Forgot(ILogger logger, int articleCount, int editionCount, int guildCount);

        [LoggerMessage(2, LogLevel.Error, "The database did not answer; what is old is kept until the next run.")]
        public static partial void DatabaseFailed(ILogger logger, Exception exception);
    }
}
