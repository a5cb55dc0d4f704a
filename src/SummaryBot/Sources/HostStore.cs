using System.Data.Common;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Sources;

/// <summary>The hosts that asked to be left alone, also over a restart and for every instance.</summary>
public sealed class HostStore(Database database, TimeProvider time)
{
    /// <summary>Until when a host is left alone; null where it may be asked now.</summary>
    public async Task<DateTimeOffset?> ClosedUntilAsync(string host, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT open_at FROM hosts WHERE host = @host AND open_at > @now";
        await using var connection = await database.OpenAsync(cancellationToken);
        var openAt = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            Sql, new { host, now = time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken));
        return openAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    /// <summary>Leaves a host alone until then, or for longer where it asked for that before.</summary>
    public async Task CloseAsync(string host, DateTimeOffset openAt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(CloseCommand(host, openAt, transaction: null, cancellationToken));
    }

    internal static CommandDefinition CloseCommand(string host, DateTimeOffset openAt, DbTransaction? transaction, CancellationToken cancellationToken) => new(
        """
        INSERT INTO hosts (host, open_at) VALUES (@host, @openAt)
        ON CONFLICT (host) DO UPDATE SET open_at = excluded.open_at WHERE hosts.open_at < excluded.open_at
        """,
        new { host, openAt = openAt.ToUnixTimeMilliseconds() },
        transaction,
        cancellationToken: cancellationToken);
}
