using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Operations;

/// <summary>How much there is, and how late it is sent.</summary>
public sealed class BotStats(Database database, TimeProvider time)
{
    public async Task<BotCounts> CountAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT
                (SELECT count(DISTINCT guild) FROM channel_guilds) AS guilds,
                (SELECT count(*) FROM left_guilds) AS left_guilds,
                (SELECT count(*) FROM digests) AS digests,
                (SELECT count(*) FROM digests WHERE paused_until > @now) AS paused,
                (SELECT count(*) FROM digests WHERE channel LIKE 'dm:%') AS personal,
                (SELECT count(DISTINCT source_id) FROM subscriptions WHERE paused = 0) AS sources,
                (SELECT count(*) FROM sources WHERE failing_since IS NOT NULL AND ended IS NULL AND id IN (SELECT source_id FROM subscriptions)) AS failing,
                (SELECT count(*) FROM sources WHERE ended IS NOT NULL AND id IN (SELECT source_id FROM subscriptions)) AS ended,
                (SELECT count(*) FROM deliveries WHERE state = 'waiting') AS waiting,
                (SELECT count(*) FROM deliveries WHERE state IN ('refused', 'blocked')) AS stuck
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleAsync<BotCounts>(
            new CommandDefinition(Sql, new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken));
    }

    /// <summary>How long after they were due messages were sent in the last 24 hours, the shortest first.</summary>
    public async Task<IReadOnlyList<TimeSpan>> LatenessAsync(CancellationToken cancellationToken)
    {
        const string Sql = "SELECT sent_at - due_at FROM deliveries WHERE sent_at >= @since ORDER BY sent_at - due_at";
        var since = (time.GetUtcNow() - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds();
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. (await connection.QueryAsync<long>(new CommandDefinition(Sql, new { since }, cancellationToken: cancellationToken))).Select(late => TimeSpan.FromMilliseconds(late))];
    }

    /// <summary>One server.</summary>
    public async Task<GuildCounts> OfAsync(string guild, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT
                (SELECT count(*) FROM channel_guilds WHERE guild = @guild) AS channels,
                (SELECT left_at FROM left_guilds WHERE guild = @guild) AS left_at,
                (SELECT count(*) FROM deliveries AS d WHERE d.state = 'waiting' AND d.channel IN (SELECT channel FROM channel_guilds WHERE guild = @guild)) AS waiting,
                (SELECT count(*) FROM deliveries AS d WHERE d.state IN ('refused', 'blocked') AND d.channel IN (SELECT channel FROM channel_guilds WHERE guild = @guild)) AS stuck
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleAsync<GuildCounts>(new CommandDefinition(Sql, new { guild }, cancellationToken: cancellationToken));
    }
}

/// <param name="Paused">Digests.</param>
/// <param name="Personal">Digests.</param>
/// <param name="Failing">Sources.</param>
/// <param name="Ended">Sources.</param>
/// <param name="Waiting">Messages.</param>
/// <param name="Stuck">Messages that are not sent as things are.</param>
public sealed record BotCounts(
    long Guilds, long LeftGuilds, long Digests, long Paused, long Personal, long Sources, long Failing, long Ended, long Waiting, long Stuck);

public sealed class GuildCounts
{
    public long Channels { get; init; }

    /// <summary>UTC milliseconds since 1970; null while the bot is there.</summary>
    public long? LeftAt { get; init; }

    public long Waiting { get; init; }

    public long Stuck { get; init; }
}
