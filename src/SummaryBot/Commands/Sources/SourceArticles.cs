using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Commands.Sources;

/// <summary>What a source has brought.</summary>
public sealed class SourceArticles(Database database, TimeProvider time)
{
    /// <summary>How many articles came in the last 7 days, and the newest of all; null where it has brought none.</summary>
    public async Task<(int Week, NewestArticle? Newest)> OfAsync(long sourceId, CancellationToken cancellationToken)
    {
        const string Count = "SELECT count(*) FROM article_sources WHERE source_id = @sourceId AND seen_at > @weekAgo";
        const string Newest = """
            SELECT coalesce(a.headline, substr(a.text, 1, 200)) AS headline, x.seen_at FROM article_sources AS x JOIN articles AS a ON a.id = x.article_id
            WHERE x.source_id = @sourceId AND a.gone_at IS NULL ORDER BY x.seen_at DESC LIMIT 1
            """;
        var values = new { sourceId, weekAgo = time.GetUtcNow().AddDays(-7).ToUnixTimeMilliseconds() };
        await using var connection = await database.OpenAsync(cancellationToken);
        var count = await connection.ExecuteScalarAsync<int>(new CommandDefinition(Count, values, cancellationToken: cancellationToken));
        return (count, await connection.QuerySingleOrDefaultAsync<NewestArticle?>(new CommandDefinition(Newest, values, cancellationToken: cancellationToken)));
    }
}

/// <param name="SeenAt">UTC milliseconds since 1970.</param>
public sealed record NewestArticle(string Headline, long SeenAt)
{
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(SeenAt);
}
