using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Reports;

/// <summary>The runs that the administrator is not told of yet: one row each, however many editions a run wrote.</summary>
public sealed class RunReportStore(Database database, IOptions<OutboxOptions> options, TimeProvider time)
{
    /// <summary>What is not told after that is no news any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Notes what a run wrote, in the transaction that writes it, where anybody wants to know: a row for each server with an admin channel, and one for the others.</summary>
    public async Task AddAsync(DbTransaction transaction, IReadOnlyList<NewDelivery> editions, CancellationToken cancellationToken)
    {
        const string Sql = "INSERT INTO run_reports (nonce, guild, written_at, editions) VALUES (@nonce, @guild, @Now, @editions)";
        if (editions.Count == 0 || !options.Value.RunReports)
        {
            return;
        }

        var guilds = await TellingAsync(transaction, editions.Select(it => it.DigestId), cancellationToken);
        foreach (var of in editions.GroupBy(it => guilds.GetValueOrDefault(it.DigestId), StringComparer.Ordinal).Where(of => of.Key is not null || options.Value.AdminChannel is not null))
        {
            var byTime = of.GroupBy(it => it.DueLocal, StringComparer.Ordinal).ToDictionary(due => due.Key, due => due.Select(it => it.DigestId), StringComparer.Ordinal);
            var values = new { nonce = Nonce.New(time.GetUtcNow()), guild = of.Key ?? "", Now, editions = JsonSerializer.Serialize(byTime) };
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(Sql, values, transaction, cancellationToken: cancellationToken));
        }
    }

    /// <summary>The servers with an admin channel of their own that digests belong to, by the digests. A person's digest is nobody else's.</summary>
    private async Task<IReadOnlyDictionary<long, string>> TellingAsync(DbTransaction transaction, IEnumerable<long> digestIds, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT id, guild FROM (
                SELECT d.id, coalesce((SELECT known.guild FROM channel_guilds AS known WHERE known.channel = d.channel), d.guild, '') AS guild
                FROM digests AS d WHERE {database.Dialect.IsOneOf("d.id", "@ids")} AND d.channel NOT LIKE 'dm:%') AS of_guilds
            WHERE guild IN (SELECT guild FROM guild_settings WHERE admin_channel IS NOT NULL)
            """;
        var rows = await transaction.Connection!.QueryAsync<(long Id, string Guild)>(
            new CommandDefinition(sql, new { ids = database.Dialect.List(digestIds) }, transaction, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Guild);
    }

    /// <summary>The oldest first. What is too old is forgotten.</summary>
    public async Task<IReadOnlyList<RunRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM run_reports WHERE written_at < @oldest", new { oldest = Now - (long)Stale.TotalMilliseconds }, cancellationToken: cancellationToken));
        var rows = await connection.QueryAsync<RunRow>(new CommandDefinition(
            "SELECT nonce, guild, written_at, editions FROM run_reports ORDER BY nonce", cancellationToken: cancellationToken));
        return [.. rows];
    }

    /// <summary>Forgets runs in the transaction that writes the message which tells them.</summary>
    /// <returns>False where another instance has told some of them; then nothing is to be written.</returns>
    public async Task<bool> TakeAsync(DbTransaction transaction, IReadOnlyList<RunRow> runs, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"DELETE FROM run_reports WHERE {database.Dialect.IsOneOf("nonce", "@nonces")}",
            new { nonces = database.Dialect.List(runs.Select(it => it.Nonce)) },
            transaction,
            cancellationToken: cancellationToken)) == runs.Count;

    /// <summary>What became of the editions of a run; those of digests that were deleted meanwhile are left out.</summary>
    public async Task<IReadOnlyList<RunEdition>> EditionsAsync(RunRow run, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT g.name AS digest, g.editing, e.due_local, e.due_at, e.stories, d.state, d.reason, d.sent_at, d.message_id, d.channel, coalesce(c.guild, g.guild) AS guild
            FROM editions AS e JOIN digests AS g ON g.id = e.digest_id JOIN deliveries AS d ON d.digest_id = e.digest_id AND d.due_local = e.due_local
                LEFT JOIN channel_guilds AS c ON c.channel = d.channel
            WHERE e.due_local = @dueLocal AND {database.Dialect.IsOneOf("e.digest_id", "@ids")} ORDER BY e.due_at, e.digest_id
            """;
        var editions = new List<RunEdition>();
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var (dueLocal, ids) in JsonSerializer.Deserialize<Dictionary<string, long[]>>(run.Editions)!)
        {
            editions.AddRange(await connection.QueryAsync<RunEdition>(
                new CommandDefinition(sql, new { dueLocal, ids = database.Dialect.List(ids) }, cancellationToken: cancellationToken)));
        }

        return editions;
    }

    /// <summary>The sources that are read for some Discord servers and for everybody (''): of which server, and whether they can be read now.</summary>
    public async Task<IReadOnlyList<RunSource>> SourcesAsync(IEnumerable<string> guilds, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT b.guild, s.id, CASE WHEN s.failing_since IS NULL AND s.ended IS NULL THEN 1 ELSE 0 END AS well
            FROM subscriptions AS b JOIN sources AS s ON s.id = b.source_id WHERE b.paused = 0 AND {database.Dialect.IsOneOf("b.guild", "@guilds")}
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<RunSource>(new CommandDefinition(sql, new { guilds = database.Dialect.List(guilds) }, cancellationToken: cancellationToken))];
    }
}
