using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Chat;

/// <summary>The channels that take nothing, until something is sent there again.</summary>
public sealed class BlockedChannelStore(Database database, TimeProvider time)
{
    /// <summary>Those that the administrator does not know of. The first one's nonce names the note, in every attempt.</summary>
    public async Task<IReadOnlyList<BlockedChannel>> UntoldAsync(int limit, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT channel, reason, nonce FROM blocked_channels WHERE told_at IS NULL ORDER BY nonce LIMIT @limit";
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<BlockedChannel>(new CommandDefinition(Sql, new { limit }, cancellationToken: cancellationToken))];
    }

    public async Task RecordToldAsync(IEnumerable<BlockedChannel> told, CancellationToken cancellationToken)
    {
        var sql = $"UPDATE blocked_channels SET told_at = @now WHERE {database.Dialect.IsOneOf("nonce", "@nonces")}";
        var values = new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), nonces = database.Dialect.List(told.Select(it => it.Nonce)) };
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }
}

/// <param name="Reason">What somebody has to change, in one sentence.</param>
/// <param name="Nonce">Another for each reason.</param>
public sealed record BlockedChannel(string Channel, string Reason, string Nonce);
