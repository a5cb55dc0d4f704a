using Dapper;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Selection;

/// <summary>What servers wish of outlets.</summary>
public sealed class OutletWishStore(Database database)
{
    /// <summary>By server, then by outlet. What a server says itself goes before what the operator says for all; of one outlet's sources the oldest.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, OutletWish>>> OfAsync(IEnumerable<string> guilds, CancellationToken cancellationToken)
    {
        var asked = guilds.ToList();
        var sql = $"""
            SELECT b.guild, b.trust, b.max_per_digest,
                (SELECT coalesce(o.outlet, o.name) FROM subscriptions AS o WHERE o.source_id = b.source_id ORDER BY o.id LIMIT 1) AS outlet
            FROM subscriptions AS b
            WHERE b.paused = 0 AND (b.trust IS NOT NULL OR b.max_per_digest IS NOT NULL) AND {database.Dialect.IsOneOf("b.guild", "@guilds")} ORDER BY b.id
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            sql, new { guilds = database.Dialect.List(asked.Append("").Distinct(StringComparer.Ordinal)) }, cancellationToken: cancellationToken))).ToLookup(row => row.Guild, StringComparer.Ordinal);
        return asked.ToDictionary(
            guild => guild,
            guild => (IReadOnlyDictionary<string, OutletWish>)rows[guild].Concat(rows[""]).Select(row => row.ToWish())
                .DistinctBy(wish => wish.Outlet, StringComparer.OrdinalIgnoreCase).ToDictionary(wish => wish.Outlet, StringComparer.OrdinalIgnoreCase),
            StringComparer.Ordinal);
    }

    private sealed class Row
    {
        public required string Guild { get; init; }

        public string? Trust { get; init; }

        public long? MaxPerDigest { get; init; }

        public required string Outlet { get; init; }

        public OutletWish ToWish() => new(Outlet.Trim(), ChoiceText.TryParse<SourceTrust>(Trust ?? "", out var trust) ? trust : null, (int?)MaxPerDigest);
    }
}
