using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Sources;

/// <summary>The sources, and whose turn it is.</summary>
public sealed class SourceStore(Database database, TimeProvider time)
{
    /// <summary>Visits of one host side by side.</summary>
    internal const int SlotsPerHost = 2;

    /// <summary>Of a source that is visited by somebody who wants it.</summary>
    private const string Visitable = "s.ended IS NULL AND EXISTS (SELECT 1 FROM subscriptions AS b WHERE b.source_id = s.id AND b.paused = 0)";

    private const string Due = "s.ended IS NULL AND s.next_visit_at <= @now AND s.leased_until <= @now";

    private const string Leased = "s.leased_until > 0 AND s.leased_until > @now"; // the first half finds the index

    /// <summary>Takes sources that are due, for one visit each: of a host two at a time, and of each guild the first before the second of any.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="share">How many one guild may hold at a time; the operator's own ('') may hold all.</param>
    /// <param name="lease">How long they stay with whoever took them.</param>
    /// <param name="only">The ids to choose among; null for all.</param>
    public async Task<IReadOnlyList<Source>> ClaimAsync(
        int limit, int share, TimeSpan lease, IReadOnlyCollection<long>? only, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var now = time.GetUtcNow();
        var values = new
        {
            now = now.ToUnixTimeMilliseconds(),
            limit,
            share,
            until = (now + lease).ToUnixTimeMilliseconds(),
            only = database.Dialect.List(only ?? []),
        };
        var planned = (await connection.QueryAsync<long>(new CommandDefinition(Plan(only), values, cancellationToken: cancellationToken))).ToList();
        if (planned.Count == 0)
        {
            return [];
        }

        var dialect = database.Dialect;
        var take = $"""
            UPDATE sources SET leased_until = @until
            WHERE id IN (SELECT s.id FROM sources AS s WHERE {Due} AND {dialect.IsOneOf("s.id", "@planned")} {dialect.SkipLocked}) RETURNING id
            """;
        var taken = await connection.QueryAsync<long>(new CommandDefinition(
            take, new { values.now, values.until, planned = dialect.List(planned) }, cancellationToken: cancellationToken));
        var rows = await connection.QueryAsync<SourceRow>(new CommandDefinition(
            $"SELECT {SourceRow.Columns} FROM sources AS s WHERE {dialect.IsOneOf("s.id", "@taken")}", new { taken = dialect.List(taken) }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToSource()).OrderBy(source => planned.IndexOf(source.Id))];
    }

    /// <summary>Gives a source back without a result: it was not visited.</summary>
    public async Task ReleaseAsync(Source source, DateTimeOffset? nextVisitAt, CancellationToken cancellationToken)
    {
        const string Sql =
            "UPDATE sources SET leased_until = 0, next_visit_at = coalesce(@next, next_visit_at) WHERE id = @Id AND leased_until = @LeasedUntil";
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            Sql, new { source.Id, source.LeasedUntil, next = nextVisitAt?.ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken));
    }

    /// <summary>Forgets the leases of an earlier start. Only where no other instance can hold one.</summary>
    public async Task ReleaseLeasesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("UPDATE sources SET leased_until = 0 WHERE leased_until > 0", cancellationToken: cancellationToken));
    }

    /// <summary>Makes sources due at once, and returns which those are.</summary>
    /// <param name="only">The ids to choose among; null for all.</param>
    public async Task<IReadOnlyList<long>> MakeDueAsync(IReadOnlyCollection<long>? only, CancellationToken cancellationToken)
    {
        var sql = $"""
            UPDATE sources SET next_visit_at = @now WHERE id IN (
                SELECT s.id FROM sources AS s WHERE {Visitable} {(only is null ? "" : $"AND {database.Dialect.IsOneOf("s.id", "@only")}")}) RETURNING id
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<long>(new CommandDefinition(
            sql,
            new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), only = database.Dialect.List(only ?? []) },
            cancellationToken: cancellationToken))];
    }

    /// <summary>Which of some sources are due or being visited, and whose host is not left alone.</summary>
    public async Task<IReadOnlyList<long>> OpenAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT s.id FROM sources AS s WHERE {database.Dialect.IsOneOf("s.id", "@ids")} AND {Visitable} AND s.next_visit_at <= @now
            AND NOT EXISTS (SELECT 1 FROM hosts AS h WHERE h.host = s.host AND h.open_at > @now)
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<long>(new CommandDefinition(
            sql,
            new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), ids = database.Dialect.List(ids) },
            cancellationToken: cancellationToken))];
    }

    private string Plan(IReadOnlyCollection<long>? only) => $"""
        WITH due AS (
            SELECT s.id, s.host, s.next_visit_at FROM sources AS s
            WHERE {Due} {(only is null ? "" : $"AND {database.Dialect.IsOneOf("s.id", "@only")}")}
                AND NOT EXISTS (SELECT 1 FROM hosts AS h WHERE h.host = s.host AND h.open_at > @now)
        ), ranked AS (
            SELECT d.id, d.host, d.next_visit_at, b.guild, row_number() OVER (PARTITION BY b.guild ORDER BY d.next_visit_at, d.id) AS turn
            FROM due AS d JOIN subscriptions AS b ON b.source_id = d.id AND b.paused = 0
        ), bested AS (
            SELECT id, host, next_visit_at, guild, min(turn) OVER (PARTITION BY id) AS best FROM ranked
        ), placed AS (
            SELECT id, host, next_visit_at, guild, dense_rank() OVER (PARTITION BY host ORDER BY best, next_visit_at, id) AS place FROM bested
        ), busy AS (
            SELECT s.host, count(*) AS sources FROM sources AS s WHERE {Leased} GROUP BY s.host
        ), held AS (
            SELECT b.guild, count(*) AS sources FROM subscriptions AS b
            WHERE b.paused = 0 AND b.source_id IN (SELECT s.id FROM sources AS s WHERE {Leased}) GROUP BY b.guild
        ), turns AS (
            SELECT p.id, p.next_visit_at, p.guild,
                coalesce(held.sources, 0) + row_number() OVER (PARTITION BY p.guild ORDER BY p.next_visit_at, p.id) AS turn
            FROM placed AS p LEFT JOIN busy ON busy.host = p.host LEFT JOIN held ON held.guild = p.guild
            WHERE p.place + coalesce(busy.sources, 0) <= {SlotsPerHost}
        )
        SELECT id FROM turns WHERE guild = '' OR turn <= @share
        GROUP BY id, next_visit_at ORDER BY min(turn), next_visit_at, id LIMIT @limit
        """;
}
