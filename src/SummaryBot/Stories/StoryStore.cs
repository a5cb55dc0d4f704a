using Dapper;
using Microsoft.Extensions.Logging;
using SummaryBot.Storage;

namespace SummaryBot.Stories;

/// <summary>Which article belongs to which story. Stories that turned out to be one are remembered under the numbers that they had.</summary>
public sealed partial class StoryStore(Database database, ILogger<StoryStore> logger)
{
    /// <summary>How many of the newest articles editions choose among at most, all servers together.</summary>
    public const int MaxPool = 20_000;

    /// <summary>The newest stories that stand, with how many articles and outlets tell them.</summary>
    public async Task<IReadOnlyList<StoryRecord>> NewestAsync(int limit, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT s.id, s.first_at, s.last_at, count(*) AS articles, count(DISTINCT lower(trim(a.source))) AS outlets
            FROM (SELECT * FROM stories WHERE merged_into IS NULL ORDER BY last_at DESC, id DESC LIMIT @limit) AS s
            JOIN story_articles AS m ON m.story_id = s.id JOIN articles AS a ON a.id = m.article_id
            GROUP BY s.id, s.first_at, s.last_at ORDER BY s.last_at DESC, s.id DESC
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<StoryRecord>(new CommandDefinition(Sql, new { limit }, cancellationToken: cancellationToken))];
    }

    /// <summary>The story that a number stands for now, and its articles, newest first; null where there is none.</summary>
    public async Task<(long Id, IReadOnlyList<string> ArticleIds)?> FindAsync(long id, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT coalesce(merged_into, id) FROM stories WHERE id = @id";
        const string Articles = """
            SELECT m.article_id FROM story_articles AS m JOIN articles AS a ON a.id = m.article_id
            WHERE m.story_id = @standing ORDER BY a.dated_at DESC, a.seq DESC
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var standing = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(Sql, new { id }, cancellationToken: cancellationToken));
        return standing is not { } story ? null
            : (story, [.. await connection.QueryAsync<string>(new CommandDefinition(Articles, new { standing }, cancellationToken: cancellationToken))]);
    }

    /// <summary>The stories of some articles, by the articles' ids; those that have none yet are left out.</summary>
    public async Task<IReadOnlyDictionary<string, long>> OfAsync(IEnumerable<string> articleIds, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"SELECT article_id, story_id FROM story_articles WHERE {dialect.IsOneOf("article_id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string ArticleId, long StoryId)>(
            new CommandDefinition(sql, new { ids = dialect.List(articleIds) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.ArticleId, row => row.StoryId, StringComparer.Ordinal);
    }

    /// <summary>What editions choose among now.</summary>
    /// <param name="from">Articles that neither were seen first nor shown by a source since then are left out.</param>
    /// <param name="foreseen">The stories of some articles, by the articles' ids, instead of those that are stored.</param>
    /// <remarks>Of more than <see cref="MaxPool"/> articles the newest are taken.</remarks>
    internal async Task<StoryPools> PoolsAsync(DateTimeOffset from, IReadOnlyDictionary<string, long> foreseen, CancellationToken cancellationToken)
    {
        const string Articles = """
            WITH recent AS (
                SELECT id FROM articles WHERE first_seen_at >= @from UNION SELECT article_id FROM article_sources WHERE seen_at >= @from)
            SELECT a.id, a.source, m.story_id, a.dated_at, a.first_seen_at
            FROM recent JOIN articles AS a ON a.id = recent.id LEFT JOIN story_articles AS m ON m.article_id = a.id
            WHERE a.gone_at IS NULL ORDER BY a.dated_at DESC, a.seq DESC LIMIT @MaxPool
            """;
        var dialect = database.Dialect;
        var sightings = $"SELECT article_id, source_id, seen_at FROM article_sources WHERE {dialect.IsOneOf("article_id", "@ids")}";
        var values = new { from = from.ToUnixTimeMilliseconds(), MaxPool };
        await using var connection = await database.OpenAsync(cancellationToken);
        var articles = (await connection.QueryAsync<PoolArticle>(new CommandDefinition(Articles, values, cancellationToken: cancellationToken))).AsList();
        if (articles.Count == MaxPool)
        {
            Log.Cut(logger, MaxPool);
        }

        var seen = await connection.QueryAsync<Sighting>(new CommandDefinition(
            sightings, new { ids = dialect.List(articles.Select(article => article.Id)) }, cancellationToken: cancellationToken));
        return new StoryPools(articles.ConvertAll(Foreseen), seen, await SubscriptionsAsync([""], cancellationToken));

        PoolArticle Foreseen(PoolArticle article) => foreseen.TryGetValue(article.Id, out var story) ? article with { StoryId = story } : article;
    }

    /// <summary>The subscriptions of some servers that are not paused and have been visited.</summary>
    internal async Task<IReadOnlyList<Subscription>> SubscriptionsAsync(IEnumerable<string> guilds, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"""
            SELECT guild, source_id, news_from, group_name, (SELECT d.id FROM digests AS d WHERE d.id = subscriptions.digest_id) AS digest_id
            FROM subscriptions WHERE paused = 0 AND news_from IS NOT NULL AND {dialect.IsOneOf("guild", "@guilds")}
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<Subscription>(
            new CommandDefinition(sql, new { guilds = dialect.List(guilds) }, cancellationToken: cancellationToken))];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "There are more articles than editions can choose among: the {ArticleCount} newest are considered, and what waits among the others is given up.")]
        public static partial void Cut(ILogger logger, int articleCount);
    }
}
