using System.Data.Common;
using System.Text.Json;
using Dapper;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Chat;

/// <summary>The deliveries. Nothing expires: what cannot be sent stays listed with its reason.</summary>
public sealed class OutboxStore(Database database, TimeProvider time)
{
    /// <summary>The next try of what is withheld.</summary>
    private const long Never = long.MaxValue;

    private const string Ready = "state <> 'sent' AND next_try_at <= @now AND leased_until <= @now";

    /// <summary>Another reason is told again; the same is not.</summary>
    private const string Block = """
        INSERT INTO blocked_channels (channel, reason, nonce) VALUES (@channel, @Reason, @note)
        ON CONFLICT (channel) DO UPDATE SET reason = excluded.reason, nonce = excluded.nonce, told_at = NULL
        WHERE blocked_channels.reason <> excluded.reason
        """;

    private static readonly string[] Columns =
    [
        "nonce", "digest_id", "due_local", "due_at", "channel", "message", "state", "attempts", "next_try_at", "leased_until", "may_have_arrived",
    ];

    /// <summary>Puts deliveries into the outbox, in the transaction that writes their editions.</summary>
    public Task AddAsync(DbTransaction transaction, IReadOnlyList<NewDelivery> deliveries, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = SideBySide.Select(deliveries, delivery => new object?[]
        {
            Nonce.New(now), delivery.DigestId, delivery.DueLocal, delivery.DueAt, delivery.Channel.Stored,
            MessageJson.Write(delivery.Message),
            DeliveryState.Waiting, 0L, now.ToUnixTimeMilliseconds(), 0L, 0,
        });
        return database.Dialect.InsertManyAsync(transaction, "deliveries", Columns, rows, cancellationToken);
    }

    /// <summary>Finds whose turn it is: one per channel, so that a channel's messages keep their order, and the oldest of each guild before the second of any.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="except">The scheme of a chat that takes nothing now; null for none.</param>
    /// <returns>Their nonces in the order to send them. Nothing is taken yet.</returns>
    public async Task<IReadOnlyList<string>> PlanAsync(int limit, string? except, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            SELECT nonce FROM (
                SELECT nonce, due_at, row_number() OVER (PARTITION BY coalesce(g.guild, d.channel) ORDER BY due_at, nonce) AS turn
                FROM deliveries AS d LEFT JOIN channel_guilds AS g ON g.channel = d.channel
                WHERE {Ready} AND d.channel NOT LIKE @except AND NOT EXISTS (
                    SELECT 1 FROM deliveries AS earlier
                    WHERE earlier.channel = d.channel AND earlier.state <> 'sent' AND earlier.state <> 'refused'
                        AND (earlier.due_at < d.due_at OR (earlier.due_at = d.due_at AND earlier.nonce < d.nonce)))
            ) AS first ORDER BY turn, due_at, nonce LIMIT @limit
            """;
        var values = new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), limit, except = except is null ? "" : $"{except}:%" };
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(Sql, values, cancellationToken: cancellationToken))];
    }

    /// <summary>Takes planned deliveries, as far as nobody else took them.</summary>
    /// <param name="nonces">As <see cref="PlanAsync"/> gave them.</param>
    /// <param name="lease">How long they stay with whoever took them.</param>
    /// <remarks>A lease that ran out means that its holder was cut off, perhaps after the chat had taken the message.</remarks>
    public async Task<IReadOnlyList<Delivery>> ClaimAsync(IReadOnlyList<string> nonces, TimeSpan lease, CancellationToken cancellationToken)
    {
        var sql = $"""
            UPDATE deliveries SET
                attempts = attempts + 1,
                may_have_arrived = CASE WHEN leased_until > 0 THEN 1 ELSE may_have_arrived END,
                first_tried_at = coalesce(first_tried_at, @now),
                leased_until = @until
            WHERE nonce IN (SELECT nonce FROM deliveries WHERE {Ready} AND {database.Dialect.IsOneOf("nonce", "@nonces")} {database.Dialect.SkipLocked})
            RETURNING nonce, channel, message, attempts - 1 AS attempts, first_tried_at, may_have_arrived, due_at
            """;
        var now = time.GetUtcNow();
        var values = new { now = now.ToUnixTimeMilliseconds(), until = (now + lease).ToUnixTimeMilliseconds(), nonces = database.Dialect.List(nonces) };
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<DeliveryRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        var turns = nonces.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        return [.. rows.Select(row => row.ToDelivery()).OrderBy(delivery => turns[delivery.Nonce])];
    }

    /// <summary>It was sent, so its channel takes messages: a block that it had is over.</summary>
    public Task RecordSentAsync(Delivery delivery, SendOutcome.Sent sent, CancellationToken cancellationToken) => RecordAsync(
        "state = 'sent', sent_at = @now, message_id = @MessageId, parts = @parts, reason = NULL",
        "DELETE FROM blocked_channels WHERE channel = @channel",
        new
        {
            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            sent.MessageId,
            parts = sent.Parts.Count > 1 ? JsonSerializer.Serialize(sent.Parts) : null,
            delivery.Nonce,
            channel = delivery.Channel.ToString(),
        },
        cancellationToken);

    /// <summary>Gives a delivery back, to be tried again after a delay.</summary>
    public Task RecordFailureAsync(Delivery delivery, DeliveryFailure failure, CancellationToken cancellationToken) => RecordAsync(
        "state = @State, next_try_at = @next, may_have_arrived = @mayHaveArrived, reason = @Reason, attempts = attempts - @waited",
        failure.State is DeliveryState.Blocked ? Block : "",
        new
        {
            failure.State,
            next = failure.Delay is { } delay ? (time.GetUtcNow() + delay).ToUnixTimeMilliseconds() : Never,
            mayHaveArrived = failure.MayHaveArrived ? 1 : 0,
            failure.Reason,
            waited = failure.IsAttempt ? 0 : 1,
            delivery.Nonce,
            channel = delivery.Channel.ToString(),
            note = Nonce.New(time.GetUtcNow()),
        },
        cancellationToken);

    /// <summary>Takes back an edition that nobody takes, so that its stories are news again, and pauses its digest until somebody resumes it.</summary>
    public async Task RecordClosedAsync(Delivery delivery, string reason, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE digests SET paused_until = @Never, paused_reason = @reason WHERE id = (SELECT digest_id FROM deliveries WHERE nonce = @Nonce);
            UPDATE editions SET reason = @reason, status = 'skipped', stories = 0, selection = NULL
            WHERE (digest_id, due_local) IN (SELECT digest_id, due_local FROM deliveries WHERE nonce = @Nonce);
            UPDATE digests SET selection = (
                SELECT e.selection FROM editions AS e WHERE e.digest_id = digests.id AND e.selection IS NOT NULL ORDER BY e.due_at DESC, e.due_local DESC LIMIT 1)
            WHERE id = (SELECT digest_id FROM deliveries WHERE nonce = @Nonce);
            DELETE FROM edition_articles WHERE (digest_id, due_local) IN (SELECT digest_id, due_local FROM deliveries WHERE nonce = @Nonce);
            DELETE FROM deliveries WHERE nonce = @Nonce AND state <> 'sent'
            """;
        await database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                new CommandDefinition(Sql, new { Never, reason, delivery.Nonce }, transaction, cancellationToken: cancellationToken)),
            cancellationToken);
    }

    /// <summary>Makes blocked deliveries due, those first that were not tried for longest; each channel has one at most.</summary>
    /// <param name="limit">Each that is still blocked costs a refused request, and too many of those get the bot's address banned.</param>
    public Task<int> RetryBlockedAsync(int limit, CancellationToken cancellationToken) => RetryBlockedAsync(
        "nonce IN (SELECT nonce FROM deliveries WHERE state = 'blocked' AND next_try_at > @now ORDER BY next_try_at LIMIT @limit)",
        new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), limit },
        cancellationToken);

    /// <summary>Makes the blocked deliveries of some channels due: something changed there.</summary>
    public Task<int> RetryBlockedAsync(IEnumerable<ChannelAddress> channels, CancellationToken cancellationToken) => RetryBlockedAsync(
        database.Dialect.IsOneOf("channel", "@channels"),
        new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), channels = database.Dialect.List(channels.Select(channel => channel.ToString())) },
        cancellationToken);

    /// <summary>Makes the blocked deliveries of a guild's known channels due.</summary>
    public Task<int> RetryBlockedAsync(string guild, CancellationToken cancellationToken) => RetryBlockedAsync(
        "channel IN (SELECT channel FROM channel_guilds WHERE guild = @guild)",
        new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), guild },
        cancellationToken);

    /// <summary>Learns the channels of a guild; the guilds take turns. A channel that is not known is a guild of its own.</summary>
    public async Task LearnGuildAsync(string guild, IEnumerable<ChannelAddress> channels, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                    "DELETE FROM channel_guilds WHERE guild = @guild", new { guild }, transaction, cancellationToken: cancellationToken));
                var rows = channels.Distinct().Select(channel => new object?[] { channel.ToString(), guild });
                await database.Dialect.InsertManyAsync(transaction, "channel_guilds", ["channel", "guild"], rows, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Forgets the leases and refusals of an earlier start: whoever started the bot anew may have changed something. Only where no other instance can hold one.</summary>
    public async Task ReleaseLeasesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE deliveries SET leased_until = 1 WHERE leased_until > 0;
            UPDATE deliveries SET next_try_at = 0 WHERE state IN ('refused', 'blocked') AND next_try_at < @Never
            """,
            new { Never },
            cancellationToken: cancellationToken));
    }

    /// <summary>The latest deliveries, newest first; those not sent yet come before all others, and then those that are to be edited.</summary>
    public async Task<IReadOnlyList<DeliveryRecord>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT d.nonce, g.name AS digest, d.due_local, d.channel, d.state, d.attempts, d.next_try_at, d.sent_at, d.message_id, d.reason,
                c.reason AS change_reason, c.next_try_at AS change_next_try_at
            FROM deliveries AS d JOIN digests AS g ON g.id = d.digest_id LEFT JOIN message_changes AS c ON c.nonce = d.nonce
            ORDER BY d.state = 'sent' AND c.nonce IS NULL, d.state = 'sent', d.due_at DESC, d.nonce LIMIT @limit
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<DeliveryRecord>(new CommandDefinition(Sql, new { limit }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row with
        {
            Channel = ChannelAddress.TryParse(row.Channel)?.ToString() ?? row.Channel,
            NextTryAt = row.NextTryAt == Never ? null : row.NextTryAt,
        })];
    }

    /// <summary>How many deliveries wait to be sent for the first time or again; refused and blocked ones, and those behind a blocked one, do not count.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            SELECT count(*) FROM deliveries AS d WHERE state = 'waiting' AND NOT EXISTS (
                SELECT 1 FROM deliveries AS earlier WHERE earlier.channel = d.channel AND earlier.state = 'blocked')
            """,
            cancellationToken: cancellationToken));
    }

    private async Task<int> RetryBlockedAsync(string which, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE deliveries SET next_try_at = @now WHERE state = 'blocked' AND next_try_at > @now AND {which}",
            values,
            cancellationToken: cancellationToken));
    }

    private async Task RecordAsync(string change, string also, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE deliveries SET {change}, leased_until = 0 WHERE nonce = @Nonce AND state <> 'sent'; {also}",
            values,
            cancellationToken: cancellationToken));
    }
}
