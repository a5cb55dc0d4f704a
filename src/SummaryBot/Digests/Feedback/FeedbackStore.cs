using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Feedback;

/// <summary>What readers say of the stories that digests show.</summary>
public sealed class FeedbackStore(Database database, TimeProvider time)
{
    /// <summary>What readers said earlier counts no more, and is forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>Keeps an opinion; what the reader said of the story before counts no more.</summary>
    /// <returns>False where there is no such digest.</returns>
    public async Task<bool> RecordAsync(Opinion opinion, CancellationToken cancellationToken) => await ExecuteAsync(
        """
        INSERT INTO feedback (digest_id, article_id, user_id, outlet, useful, at)
        SELECT id, @ArticleId, @UserId, @outlet, @useful, @at FROM digests WHERE id = @DigestId
        ON CONFLICT (digest_id, article_id, user_id) DO UPDATE SET outlet = excluded.outlet, useful = excluded.useful, at = excluded.at
        """,
        new
        {
            opinion.DigestId,
            opinion.ArticleId,
            opinion.UserId,
            outlet = OutletPoints.KeyOf(opinion.Outlet),
            useful = opinion.Useful ? 1 : 0,
            at = time.GetUtcNow().ToUnixTimeMilliseconds(),
        },
        cancellationToken) > 0;

    /// <summary>Forgets what a reader said of a story.</summary>
    /// <returns>Whether he had said something.</returns>
    public async Task<bool> TakeBackAsync(long digestId, string articleId, string userId, CancellationToken cancellationToken) => await ExecuteAsync(
        "DELETE FROM feedback WHERE digest_id = @digestId AND article_id = @articleId AND user_id = @userId",
        new { digestId, articleId, userId },
        cancellationToken) > 0;

    /// <summary>How much each outlet's stories gain or lose in some digests, in points of rank; outlets that neither gain nor lose are left out.</summary>
    public async Task<ILookup<long, OutletPoints>> PointsAsync(IEnumerable<long> digestIds, CancellationToken cancellationToken) =>
        (await CountAsync(digestIds, cancellationToken)).Where(it => it.Points.Points != 0).ToLookup(it => it.DigestId, it => it.Points);

    /// <summary>All outlets that readers of a digest have an opinion on, by name.</summary>
    public async Task<IReadOnlyList<OutletPoints>> ListAsync(long digestId, CancellationToken cancellationToken) =>
        [.. (await CountAsync([digestId], cancellationToken)).Select(it => it.Points).OrderBy(points => points.Outlet, StringComparer.Ordinal)];

    /// <summary>What readers of a digest make of one outlet.</summary>
    public async Task<OutletPoints> OfAsync(long digestId, string outlet, CancellationToken cancellationToken)
    {
        var key = OutletPoints.KeyOf(outlet);
        return (await ListAsync(digestId, cancellationToken)).FirstOrDefault(points => string.Equals(points.Outlet, key, StringComparison.Ordinal))
            ?? OutletPoints.Of(key, 0, 0);
    }

    /// <summary>Forgets what the readers of a digest said.</summary>
    /// <param name="outlet">Of this one alone; null for all.</param>
    /// <returns>How many opinions.</returns>
    public Task<int> ResetAsync(long digestId, string? outlet, CancellationToken cancellationToken) => ExecuteAsync(
        "DELETE FROM feedback WHERE digest_id = @digestId AND (@all = 1 OR outlet = @key)",
        new { digestId, all = outlet is null ? 1 : 0, key = outlet is null ? "" : OutletPoints.KeyOf(outlet) },
        cancellationToken);

    /// <summary>Forgets everything that a person said.</summary>
    /// <returns>How many opinions.</returns>
    public Task<int> ForgetUserAsync(string userId, CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM feedback WHERE user_id = @userId", new { userId }, cancellationToken);

    private async Task<IEnumerable<(long DigestId, OutletPoints Points)>> CountAsync(IEnumerable<long> digestIds, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT digest_id, outlet, count(DISTINCT CASE WHEN useful = 1 THEN user_id END) AS useful,
                count(DISTINCT CASE WHEN useful = 0 THEN user_id END) AS not_useful
            FROM feedback WHERE at >= @since AND {database.Dialect.IsOneOf("digest_id", "@ids")} GROUP BY digest_id, outlet
            """;
        var values = new { since = (time.GetUtcNow() - Memory).ToUnixTimeMilliseconds(), ids = database.Dialect.List(digestIds) };
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long DigestId, string Outlet, long Useful, long NotUseful)>(
            new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        return rows.Select(row => (row.DigestId, OutletPoints.Of(OutletPoints.KeyOf(row.Outlet), (int)row.Useful, (int)row.NotUseful)));
    }

    private async Task<int> ExecuteAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }
}
