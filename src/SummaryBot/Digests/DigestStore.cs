using System.Data.Common;
using Dapper;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Storage;

namespace SummaryBot.Digests;

/// <summary>The digests that were set up, and when each is due next.</summary>
public sealed partial class DigestStore(Database database, EditionStore editions, TimeProvider time)
{
    private const string Select = """
        SELECT d.*, (SELECT known.guild FROM channel_guilds AS known WHERE known.channel = d.channel) AS channel_guild,
            (SELECT s.brand FROM guild_settings AS s
                WHERE s.guild = coalesce((SELECT known.guild FROM channel_guilds AS known WHERE known.channel = d.channel), d.guild, '')) AS guild_brand
        FROM digests AS d
        """;

    private const string OfGuild = "coalesce(d.guild, (SELECT known.guild FROM channel_guilds AS known WHERE known.channel = d.channel), '') = @guild";

    /// <summary>A digest that names its server goes before one that is only posted there.</summary>
    private const string NamedFirst = "CASE WHEN d.guild IS NULL THEN 1 ELSE 0 END, d.id";

    /// <summary>Keeps a new digest, due from now on, and returns it; null where its server has one of that name.</summary>
    public async Task<StoredDigest?> AddAsync(Digest digest, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO digests (name, channel, days, times, zone, max_stories, length, layout, empty, guild, posting, editing, created_at, next_due_at, next_due_local)
            VALUES (@Name, @Channel, @Days, @Times, @Zone, @MaxStories, @Length, @Layout, @Empty, @Guild, @Posting, @Editing, @CreatedAt, @NextDueAt, @NextDueLocal)
            ON CONFLICT DO NOTHING RETURNING id
            """;
        const string Shown = """
            INSERT INTO edition_articles (digest_id, article_id, due_local) SELECT @id, article_id, due_local FROM shown_by_deleted WHERE guild = @Guild AND digest = @Name;
            DELETE FROM shown_by_deleted WHERE guild = @Guild AND digest = @Name
            """;
        var now = time.GetUtcNow();
        var due = digest.Schedule.NextAfter(Instant.FromDateTimeOffset(now));
        return await database.WriteAsync(
            async transaction =>
            {
                if (await FindAsync(transaction, digest, cancellationToken) is not null)
                {
                    return null;
                }

                var id = await transaction.Connection!.QuerySingleOrDefaultAsync<long?>(
                    new CommandDefinition(Sql, DigestRow.Of(digest, due, now), transaction, cancellationToken: cancellationToken));
                await ExecuteAsync(transaction, id is null ? "" : Shown, new { id, Guild = digest.Guild ?? "", digest.Name }, cancellationToken);
                return id is { } given ? new StoredDigest(given, digest, due) : null;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<StoredDigest>> ListAsync(CancellationToken cancellationToken) =>
        await QueryAsync($"{Select} ORDER BY name", new { }, cancellationToken);

    /// <summary>The digests of a Discord server, but personal ones, by name.</summary>
    /// <param name="guild">Empty for those that belong to none.</param>
    public async Task<IReadOnlyList<StoredDigest>> OfGuildAsync(string guild, CancellationToken cancellationToken) =>
        [.. (await QueryAsync(
            $"{Select} WHERE coalesce(nullif(d.guild, ''), (SELECT known.guild FROM channel_guilds AS known WHERE known.channel = d.channel), '') = @guild ORDER BY name",
            new { guild },
            cancellationToken)).Where(it => it.Digest.Editing.Kind != DigestKind.Personal)];

    /// <summary>The digests of a channel, by name.</summary>
    public async Task<IReadOnlyList<StoredDigest>> OfChannelAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        await QueryAsync($"{Select} WHERE d.channel = @channel ORDER BY name", new { channel = channel.Stored }, cancellationToken);

    /// <summary>The digests of a server, by name: those that name it, and those that name none and are posted there. None of a person's own.</summary>
    /// <param name="guild">Its id; empty for those of no server.</param>
    public async Task<IReadOnlyList<StoredDigest>> ListAsync(string guild, CancellationToken cancellationToken) =>
        await QueryAsync($"{Select} WHERE {OfGuild} AND d.channel NOT LIKE 'dm:%' ORDER BY d.name, d.id", new { guild }, cancellationToken);

    /// <summary>The digest of a server by its name; none of a person's own.</summary>
    /// <param name="guild">As for <see cref="ListAsync(string, CancellationToken)"/>.</param>
    public async Task<StoredDigest?> FindAsync(string guild, string name, CancellationToken cancellationToken) =>
        await QueryAsync($"{Select} WHERE d.name = @name AND {OfGuild} AND d.channel NOT LIKE 'dm:%' ORDER BY {NamedFirst}", new { guild, name }, cancellationToken) is [var first, ..] ? first : null;

    /// <summary>All digests of a name, one at most of each server.</summary>
    public async Task<IReadOnlyList<StoredDigest>> NamedAsync(string name, CancellationToken cancellationToken) =>
        await QueryAsync($"{Select} WHERE d.name = @name ORDER BY {NamedFirst}", new { name }, cancellationToken);

    /// <summary>The digest of a name in a person's direct messages.</summary>
    public async Task<StoredDigest?> FindDirectAsync(string userId, string name, CancellationToken cancellationToken) =>
        (await QueryAsync($"{Select} WHERE d.channel = @channel AND d.name = @name", new { channel = $"{ChannelAddress.Direct}:{userId}", name }, cancellationToken)).SingleOrDefault();

    public async Task<StoredDigest?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await QueryAsync($"{Select} WHERE id = @id", new { id }, cancellationToken)).SingleOrDefault();

    /// <summary>When a digest was set up.</summary>
    public async Task<DateTimeOffset> CreatedAtAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return DateTimeOffset.FromUnixTimeMilliseconds(await connection.ExecuteScalarAsync<long>(
            new CommandDefinition("SELECT created_at FROM digests WHERE id = @id", new { id }, cancellationToken: cancellationToken)));
    }

    /// <summary>The digests that are never due and post at once, but those that are paused.</summary>
    public async Task<IReadOnlyList<StoredDigest>> ListAtOnceAsync(CancellationToken cancellationToken) => await QueryAsync(
        $"{Select} WHERE next_due_at = @never AND (paused_until IS NULL OR paused_until <= @now) ORDER BY id",
        new { never = Due.Never.At.ToUnixTimeMilliseconds(), now = time.GetUtcNow().ToUnixTimeMilliseconds() },
        cancellationToken);

    /// <summary>The digests of a chat that have had no edition yet, but those that post at once: they wait for news.</summary>
    public async Task<IReadOnlyList<StoredDigest>> ListNewAsync(string channel, CancellationToken cancellationToken) => await QueryAsync(
        $"{Select} WHERE channel = @channel AND next_due_at < @never AND NOT EXISTS (SELECT 1 FROM editions WHERE digest_id = d.id) ORDER BY id",
        new { channel, never = Due.Never.At.ToUnixTimeMilliseconds() },
        cancellationToken);

    /// <summary>Due digests, for this transaction alone.</summary>
    /// <param name="afterId">Only digests with a higher id, for the next page.</param>
    public async Task<IReadOnlyList<StoredDigest>> TakeDueAsync(
        DbTransaction transaction, long afterId, int limit, CancellationToken cancellationToken)
    {
        var sql = $"{Select} WHERE next_due_at <= @now AND id > @afterId ORDER BY id LIMIT @limit {database.Dialect.SkipLocked}";
        var values = new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), afterId, limit };
        var rows = await transaction.Connection!.QueryAsync<DigestRow>(
            new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToStored())];
    }

    /// <summary>Takes one digest for this transaction alone; false where another transaction has it.</summary>
    public async Task<bool> TakeAsync(DbTransaction transaction, long id, CancellationToken cancellationToken)
    {
        var sql = $"SELECT id FROM digests WHERE id = @id {database.Dialect.SkipLocked}";
        return await transaction.Connection!.QuerySingleOrDefaultAsync<long?>(
            new CommandDefinition(sql, new { id }, transaction, cancellationToken: cancellationToken)) is not null;
    }

    /// <summary>Moves digests on to when each is due next. Digests of one schedule move together.</summary>
    public async Task MoveOnAsync(DbTransaction transaction, IEnumerable<DigestMove> digests, CancellationToken cancellationToken)
    {
        var sql = $"""
            UPDATE digests SET next_due_at = @At, next_due_local = @LocalText, skips = @Skips, waits = @Waits WHERE {database.Dialect.IsOneOf("id", "@ids")}
            """;
        foreach (var group in digests.GroupBy(it => it with { Id = 0 }, it => it.Id))
        {
            var move = group.Key;
            var values = new
            {
                At = move.Next.At.ToUnixTimeMilliseconds(),
                move.Next.LocalText,
                move.Skips,
                Waits = move.IsWaiting ? 1L : 0L,
                ids = database.Dialect.List(group),
            };
            await ExecuteAsync(transaction, sql, values, cancellationToken);
        }
    }

    /// <summary>The digest that has the name of one that is to be added, in its server.</summary>
    private static async Task<long?> FindAsync(DbTransaction transaction, Digest digest, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            SELECT d.id FROM digests AS d, (SELECT coalesce(CAST(@Guild AS text), (SELECT guild FROM channel_guilds WHERE channel = @Channel), '') AS guild) AS own
            WHERE d.name = @Name AND coalesce(d.guild, (SELECT known.guild FROM channel_guilds AS known WHERE known.channel = d.channel), '') = own.guild
                AND (d.channel = @Channel OR (d.channel NOT LIKE 'dm:%' AND CAST(@Channel AS text) NOT LIKE 'dm:%'))
            ORDER BY d.id LIMIT 1
            """;
        var values = new { digest.Guild, Channel = digest.Channel.Stored, digest.Name };
        return await transaction.Connection!.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(Sql, values, transaction, cancellationToken: cancellationToken));
    }

    private static Task ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        sql.Length == 0 ? Task.CompletedTask
        : transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));

    private async Task<IReadOnlyList<StoredDigest>> QueryAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<DigestRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToStored())];
    }
}

/// <summary>When a digest is due next.</summary>
/// <param name="Skips">How many of the next times are to be skipped.</param>
/// <param name="IsWaiting">Whether it was due and waits for news.</param>
public sealed record DigestMove(long Id, Due Next, long Skips, bool IsWaiting);
