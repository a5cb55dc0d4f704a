using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Retention;

/// <summary>Which Discord servers the bot has left, and when.</summary>
public sealed class LeftGuildStore(Database database, TimeProvider time)
{
    /// <summary>Notes that the bot is in a server no more; when it learnt so first stays.</summary>
    public Task LeftAsync(string guild, CancellationToken cancellationToken) => LeftAsync([guild], cancellationToken);

    /// <summary>Notes that the bot is in a server, perhaps again.</summary>
    public async Task JoinedAsync(string guild, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM left_guilds WHERE guild = @guild", new { guild }, cancellationToken: cancellationToken));
    }

    /// <summary>Compares the servers that Discord lists for a shard with those that are known: the bot may have been removed while it was not connected.</summary>
    /// <param name="guilds">All servers of the shard.</param>
    /// <param name="shard">From 0 to under <paramref name="shards"/>.</param>
    /// <param name="shards">Of the whole bot, at least 1.</param>
    public async Task CompareAsync(IReadOnlySet<string> guilds, int shard, int shards, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var known = await connection.QueryAsync<string>(new CommandDefinition("SELECT DISTINCT guild FROM channel_guilds", cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            $"DELETE FROM left_guilds WHERE {database.Dialect.IsOneOf("guild", "@guilds")}", new { guilds = database.Dialect.List(guilds) }, cancellationToken: cancellationToken));
        await LeftAsync([.. known.Where(guild => ShardOf(guild, shards) == shard && !guilds.Contains(guild))], cancellationToken);
    }

    /// <remarks><see href="https://discord.com/developers/docs/events/gateway#sharding-sharding-formula"/></remarks>
    private static int ShardOf(string guild, int shards) =>
        ulong.TryParse(guild, System.Globalization.CultureInfo.InvariantCulture, out var id) ? (int)((id >> 22) % (ulong)shards) : -1;

    private async Task LeftAsync(IReadOnlyList<string> guilds, CancellationToken cancellationToken)
    {
        const string Sql = "INSERT INTO left_guilds (guild, left_at) VALUES (@guild, @now) ON CONFLICT (guild) DO NOTHING";
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql, guilds.Select(guild => new { guild, now }), cancellationToken: cancellationToken));
    }
}
