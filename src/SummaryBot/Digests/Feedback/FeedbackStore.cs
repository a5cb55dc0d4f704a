using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Feedback;

/// <summary>What readers say of the stories that digests show.</summary>
public sealed class FeedbackStore(Database database, TimeProvider time)
{
    /// <summary>What readers said earlier counts no more.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>How much each outlet's stories gain or lose in some digests, in points of rank; outlets that neither gain nor lose are left out.</summary>
    public async Task<ILookup<long, OutletPoints>> PointsAsync(IEnumerable<long> digestIds, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT digest_id, lower(outlet) AS outlet, count(DISTINCT CASE WHEN useful = 1 THEN user_id END) AS useful,
                count(DISTINCT CASE WHEN useful = 0 THEN user_id END) AS not_useful
            FROM feedback WHERE at >= @from AND {database.Dialect.IsOneOf("digest_id", "@ids")} GROUP BY digest_id, lower(outlet)
            """;
        var values = new { from = (time.GetUtcNow() - Memory).ToUnixTimeMilliseconds(), ids = database.Dialect.List(digestIds) };
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long DigestId, string Outlet, long Useful, long NotUseful)>(
            new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        return rows.Select(row => (row.DigestId, Points: OutletPoints.Of(row.Outlet, (int)row.Useful, (int)row.NotUseful)))
            .Where(it => it.Points.Points != 0).ToLookup(it => it.DigestId, it => it.Points);
    }
}
