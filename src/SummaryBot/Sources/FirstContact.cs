using System.Data.Common;
using Dapper;

namespace SummaryBot.Sources;

/// <summary>Decides, once for each subscription, what of a source's backlog is news to it.</summary>
/// <remarks>Items of one visit are first seen a millisecond apart, the newest last, so that a time alone tells news from backlog.</remarks>
internal static class FirstContact
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static async Task SettleAsync(DbTransaction transaction, long sourceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string After = "SELECT coalesce(max(x.seen_at) + 1, @now) FROM article_sources AS x WHERE x.source_id = @sourceId";
        const string Sql = $"""
            UPDATE subscriptions SET news_from = CASE backfill
                WHEN 'latest' THEN coalesce((SELECT max(x.seen_at) FROM article_sources AS x WHERE x.source_id = @sourceId), @now)
                WHEN 'day' THEN coalesce((
                    SELECT min(x.seen_at) FROM article_sources AS x JOIN articles AS a ON a.id = x.article_id
                    WHERE x.source_id = @sourceId AND x.seen_at >= @dayAgo AND a.published_at >= @dayAgo AND a.published_at <= @inADay), ({After}))
                ELSE ({After}) END
            WHERE source_id = @sourceId AND news_from IS NULL AND paused = 0
            """;
        var values = new
        {
            sourceId,
            now = now.ToUnixTimeMilliseconds(),
            dayAgo = (now - Day).ToUnixTimeMilliseconds(),
            inADay = (now + Day).ToUnixTimeMilliseconds(),
        };
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(Sql, values, transaction, cancellationToken: cancellationToken));
    }
}
