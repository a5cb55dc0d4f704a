using System.Data.Common;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Kinds;

/// <summary>What urgent digests look at, what waits for them, and how often they pinged.</summary>
public sealed class UrgentStore(Database database)
{
    /// <summary>The source of an article that no source brought.</summary>
    public const long ByHand = 0;

    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM (SELECT 1 FROM digests WHERE next_due_at = @Never LIMIT 1) AS one", new { Never }, cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>What was seen from a moment on: by sources, or imported by hand.</summary>
    public async Task<IReadOnlyList<SeenArticle>> SeenSinceAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT article_id, source_id, seen_at FROM article_sources WHERE seen_at >= @from
            UNION ALL
            SELECT id, @ByHand, first_seen_at FROM articles WHERE first_seen_at >= @from AND NOT EXISTS (SELECT 1 FROM article_sources WHERE article_id = articles.id)
            """;
        return await QueryAsync<SeenArticle>(Sql, new { from = from.ToUnixTimeMilliseconds(), ByHand }, cancellationToken);
    }

    /// <summary>All that sources showed of some articles; nothing of those that were imported by hand.</summary>
    public async Task<ILookup<string, SeenArticle>> SeenAsync(IEnumerable<string> articleIds, CancellationToken cancellationToken) =>
        (await QueryAsync<SeenArticle>(
            $"SELECT article_id, source_id, seen_at FROM article_sources WHERE {database.Dialect.IsOneOf("article_id", "@ids")}",
            new { ids = database.Dialect.List(articleIds) },
            cancellationToken)).ToLookup(seen => seen.ArticleId, StringComparer.Ordinal);

    /// <summary>When each urgent digest was set up, in UTC milliseconds since 1970.</summary>
    public async Task<IReadOnlyDictionary<long, long>> SetUpAsync(CancellationToken cancellationToken) =>
        (await QueryAsync<(long Id, long At)>("SELECT id, created_at FROM digests WHERE next_due_at = @Never", new { Never }, cancellationToken))
        .ToDictionary(row => row.Id, row => row.At);

    public async Task<IReadOnlyList<WaitingArticle>> WaitingAsync(CancellationToken cancellationToken) =>
        await QueryAsync<WaitingArticle>("SELECT digest_id, article_id, found_at FROM urgent_waiting ORDER BY digest_id, found_at, article_id", new { }, cancellationToken);

    /// <summary>Has articles wait for the next look at what is to be posted. One that waits already stays as it is.</summary>
    public static Task<int> AddWaitingAsync(DbTransaction transaction, IEnumerable<WaitingArticle> found, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO urgent_waiting (digest_id, article_id, found_at) VALUES (@DigestId, @ArticleId, @FoundAt) ON CONFLICT (digest_id, article_id) DO NOTHING",
            found,
            transaction,
            cancellationToken: cancellationToken));

    public static Task RemoveWaitingAsync(DbTransaction transaction, IEnumerable<WaitingArticle> done, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM urgent_waiting WHERE digest_id = @DigestId AND article_id = @ArticleId", done, transaction, cancellationToken: cancellationToken));

    /// <summary>Takes digests for this transaction alone, those left out that another transaction has.</summary>
    public async Task<IReadOnlySet<long>> TakeAsync(DbTransaction transaction, IEnumerable<long> ids, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<long>(new CommandDefinition(
            $"SELECT id FROM digests WHERE {database.Dialect.IsOneOf("id", "@ids")} ORDER BY id {database.Dialect.SkipLocked}",
            new { ids = database.Dialect.List(ids) },
            transaction,
            cancellationToken: cancellationToken))).ToHashSet();

    /// <summary>Marks an edition of this transaction as one that pinged.</summary>
    public static Task RecordPingAsync(DbTransaction transaction, long digestId, Due due, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE editions SET pinged = 1 WHERE digest_id = @digestId AND due_local = @LocalText",
            new { digestId, due.LocalText },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>The digests and moments (UTC milliseconds since 1970) of the pings since a local time.</summary>
    public async Task<IReadOnlyList<(long DigestId, long At)>> PingsAsync(IEnumerable<long> digestIds, string fromLocal, CancellationToken cancellationToken) =>
        await QueryAsync<(long, long)>(
            $"SELECT digest_id, due_at FROM editions WHERE {database.Dialect.IsOneOf("digest_id", "@ids")} AND due_local >= @fromLocal AND pinged = 1",
            new { ids = database.Dialect.List(digestIds), fromLocal },
            cancellationToken);

    private static long Never => Due.Never.At.ToUnixTimeMilliseconds();

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))];
    }
}

/// <summary>When a source showed an article, in UTC milliseconds since 1970.</summary>
/// <param name="SourceId"><see cref="UrgentStore.ByHand"/> where none did.</param>
public sealed record SeenArticle(string ArticleId, long SourceId, long SeenAt);

/// <summary>An article that an urgent digest has to post.</summary>
/// <param name="FoundAt">UTC milliseconds since 1970.</param>
public sealed record WaitingArticle(long DigestId, string ArticleId, long FoundAt);
