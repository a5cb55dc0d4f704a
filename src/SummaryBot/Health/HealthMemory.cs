using System.Data.Common;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Health;

/// <summary>Since when faults are known, which of them nobody wants to hear of, and since when things are paused.</summary>
public sealed class HealthMemory(Database database, TimeProvider time)
{
    /// <summary>Of a digest that was just loosened: it gets a week to show stories.</summary>
    private const string Loosened = "Loosened";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Notes new findings, and forgets those that are over.</summary>
    /// <param name="kept">Faults that could not be looked for this time; what is known of them stays.</param>
    /// <returns>The findings that are to be told, each with since when it is known.</returns>
    public Task<IReadOnlyList<Finding>> RememberAsync(
        string guild, IReadOnlyList<Finding> findings, IReadOnlySet<FaultCode> kept, CancellationToken cancellationToken) => database.WriteAsync<IReadOnlyList<Finding>>(
        async transaction =>
        {
            const string Add = "INSERT INTO health_notes (guild, key, since, silenced) VALUES (@guild, @key, @since, 0) ON CONFLICT (guild, key) DO NOTHING";
            const string Drop = "DELETE FROM health_notes WHERE guild = @guild AND key = @key";
            var known = (await NotesAsync(transaction.Connection!, transaction, guild, cancellationToken)).ToDictionary(note => note.Key, StringComparer.Ordinal);
            var found = findings.Select(finding => finding.Key).ToHashSet(StringComparer.Ordinal);
            var over = known.Keys.Where(key => !found.Contains(key) && !IsKept(key, kept)).Select(key => new { guild, key }).ToList();
            await ExecuteAsync(transaction, Drop, over, cancellationToken);
            var added = findings.Where(finding => !known.ContainsKey(finding.Key)).Select(finding => new { guild, key = finding.Key, since = Now }).ToList();
            await ExecuteAsync(transaction, Add, added, cancellationToken);
            return
            [
                .. findings.Where(finding => !known.TryGetValue(finding.Key, out var note) || note.Silenced == 0)
                    .Select(finding => finding with { Since = finding.Since ?? Time(known.TryGetValue(finding.Key, out var note) ? note.Since : Now) }),
            ];
        },
        cancellationToken);

    /// <summary>Says no more of a finding while it lasts.</summary>
    public async Task SilenceAsync(string guild, Finding finding, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE health_notes SET silenced = 1 WHERE guild = @guild AND key = @Key", new { guild, finding.Key }, cancellationToken: cancellationToken));
    }

    /// <summary>Gives a digest that was just changed a week to show stories.</summary>
    public async Task LoosenedAsync(string guild, long digestId, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO health_notes (guild, key, since, silenced) VALUES (@guild, @key, @Now, 0) ON CONFLICT (guild, key) DO UPDATE SET since = excluded.since
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql, new { guild, key = $"{Loosened}:d{digestId}", Now }, cancellationToken: cancellationToken));
    }

    /// <summary>When digests were loosened, by their ids.</summary>
    public async Task<IReadOnlyDictionary<long, DateTimeOffset>> LoosenedAsync(string guild, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await NotesAsync(connection, transaction: null, guild, cancellationToken))
            .Where(note => note.Key.StartsWith(Loosened, StringComparison.Ordinal))
            .ToDictionary(note => long.Parse(note.Key[(Loosened.Length + 2)..], System.Globalization.CultureInfo.InvariantCulture), note => Time(note.Since));
    }

    /// <summary>Notes what is paused without an end, and forgets what is so no more.</summary>
    public async Task NotePausesAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM pauses WHERE kind = 'digest' AND id NOT IN (SELECT id FROM digests WHERE paused_until = @Never);
            DELETE FROM pauses WHERE kind = 'source' AND id NOT IN (SELECT id FROM subscriptions WHERE paused = 1);
            INSERT INTO pauses (kind, id, since) SELECT 'digest', id, @Now FROM digests WHERE paused_until = @Never ON CONFLICT (kind, id) DO NOTHING;
            INSERT INTO pauses (kind, id, since) SELECT 'source', id, @Now FROM subscriptions WHERE paused = 1 ON CONFLICT (kind, id) DO NOTHING
            """;
        await database.WriteAsync(
            async transaction =>
            {
                await ExecuteAsync(transaction, Sql, new { Never = long.MaxValue, Now }, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private static bool IsKept(string key, IReadOnlySet<FaultCode> kept) =>
        key.StartsWith(Loosened, StringComparison.Ordinal) || (Enum.TryParse<FaultCode>(key.Split(':')[0], out var code) && kept.Contains(code));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static Task<IEnumerable<(string Key, long Since, int Silenced)>> NotesAsync(
        DbConnection connection, DbTransaction? transaction, string guild, CancellationToken cancellationToken) =>
        connection.QueryAsync<(string Key, long Since, int Silenced)>(new CommandDefinition(
            "SELECT key, since, silenced FROM health_notes WHERE guild = @guild", new { guild }, transaction, cancellationToken: cancellationToken));

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
}
