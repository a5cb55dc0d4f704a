using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Digests;

/// <summary>What became of the editions of a server's digests. A person's own digest is in no server's log.</summary>
public sealed class DeliveryLog(Database database, TimeProvider time)
{
    /// <summary>A digest of the server, none's where <c>@guild</c> is empty.</summary>
    private const string IsOfGuild =
        "coalesce((SELECT known.guild FROM channel_guilds AS known WHERE known.channel = g.channel), g.guild, '') = @guild AND g.channel NOT LIKE 'dm:%'";

    /// <param name="digestId">Of this one alone; null for all.</param>
    /// <param name="status">As <see cref="LogEntry.Status"/>; null for all.</param>
    /// <param name="days">How far back, 1 or more.</param>
    /// <param name="skip">How many of the newest to leave out.</param>
    /// <returns>The entries, the newest first, and how many there are of all pages.</returns>
    public async Task<(IReadOnlyList<LogEntry> Entries, int Count)> ListAsync(
        string guild, long? digestId, string? status, int days, int skip, int limit, CancellationToken cancellationToken)
    {
        const string From = $"""
            FROM (
                SELECT g.id AS digest_id, g.name AS digest, e.due_local, e.due_at, e.stories, d.sent_at, coalesce(d.reason, e.reason) AS reason,
                    CASE WHEN d.nonce IS NULL THEN 'skipped' WHEN d.state IN ('refused', 'blocked') THEN 'failed' ELSE d.state END AS status
                FROM digests AS g JOIN editions AS e ON e.digest_id = g.id LEFT JOIN deliveries AS d ON d.digest_id = e.digest_id AND d.due_local = e.due_local
                WHERE {IsOfGuild} AND e.due_at >= @since) AS entries
            WHERE (@digestId = 0 OR digest_id = @digestId) AND (@status = '' OR status = @status)
            """;
        var since = (time.GetUtcNow() - TimeSpan.FromDays(days)).ToUnixTimeMilliseconds();
        var values = new { guild, digestId = digestId ?? 0, status = status ?? "", since, skip, limit };
        await using var connection = await database.OpenAsync(cancellationToken);
        var count = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"SELECT count(*) {From}", values, cancellationToken: cancellationToken));
        var entries = await connection.QueryAsync<LogEntry>(new CommandDefinition(
            $"SELECT * {From} ORDER BY due_at DESC, digest_id, due_local DESC LIMIT @limit OFFSET @skip", values, cancellationToken: cancellationToken));
        return ([.. entries], count);
    }

    /// <summary>The digests of a server by their names.</summary>
    public async Task<IReadOnlyList<(long Id, string Name)>> DigestsAsync(string guild, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<(long, string)>(new CommandDefinition(
            $"SELECT g.id, g.name FROM digests AS g WHERE {IsOfGuild} ORDER BY lower(g.name), g.id", new { guild }, cancellationToken: cancellationToken))];
    }
}

/// <summary>An edition and what became of it; times are UTC milliseconds since 1970.</summary>
public sealed class LogEntry
{
    public long DigestId { get; init; }

    public required string Digest { get; init; }

    public required string DueLocal { get; init; }

    public long DueAt { get; init; }

    public long Stories { get; init; }

    public long? SentAt { get; init; }

    /// <summary>Why it was skipped or is not sent; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary><c>sent</c>, <c>waiting</c>, <c>skipped</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }
}
