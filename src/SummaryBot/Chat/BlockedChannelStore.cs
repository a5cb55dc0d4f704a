using System.Data.Common;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Chat;

/// <summary>The channels that take nothing, until something is sent there again.</summary>
public sealed class BlockedChannelStore(Database database, TimeProvider time)
{
    /// <summary>Those that nobody was told of yet.</summary>
    public async Task<IReadOnlyList<BlockedChannel>> UntoldAsync(int limit, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT b.channel, b.reason, b.nonce, coalesce(
                (SELECT known.guild FROM channel_guilds AS known WHERE known.channel = b.channel),
                (SELECT d.guild FROM digests AS d WHERE d.channel = b.channel AND d.guild IS NOT NULL LIMIT 1)) AS guild
            FROM blocked_channels AS b WHERE b.told_at IS NULL ORDER BY b.nonce LIMIT @limit
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<BlockedChannel>(new CommandDefinition(Sql, new { limit }, cancellationToken: cancellationToken))];
    }

    /// <returns>The nonces of those that nobody else has told.</returns>
    public async Task<IReadOnlySet<string>> RecordToldAsync(DbTransaction transaction, IEnumerable<BlockedChannel> told, CancellationToken cancellationToken)
    {
        var sql = $"UPDATE blocked_channels SET told_at = @now WHERE told_at IS NULL AND {database.Dialect.IsOneOf("nonce", "@nonces")} RETURNING nonce";
        var values = new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), nonces = database.Dialect.List(told.Select(it => it.Nonce)) };
        return (await transaction.Connection!.QueryAsync<string>(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken))).ToHashSet(StringComparer.Ordinal);
    }
}

public sealed class BlockedChannel
{
    public required string Channel { get; init; }

    /// <summary>What somebody has to change, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Another for each reason.</summary>
    public required string Nonce { get; init; }

    /// <summary>The server that it is in; null where nobody knows.</summary>
    public string? Guild { get; init; }
}
