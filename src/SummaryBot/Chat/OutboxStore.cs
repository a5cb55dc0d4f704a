using System.Data.Common;
using Dapper;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Chat;

/// <summary>The deliveries. Nothing expires: what cannot be sent stays listed with its reason.</summary>
public sealed class OutboxStore(Database database, TimeProvider time)
{
    /// <summary>The next try of what is withheld.</summary>
    private const long Never = long.MaxValue;

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

    /// <summary>Takes deliveries to send, oldest first and one per channel, so that a channel's messages keep their order.</summary>
    /// <remarks>A lease that ran out means that its holder was cut off, perhaps after the chat had taken the message.</remarks>
    public async Task<IReadOnlyList<Delivery>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellationToken)
    {
        var sql = $"""
            UPDATE deliveries SET
                attempts = attempts + 1,
                may_have_arrived = CASE WHEN leased_until > 0 THEN 1 ELSE may_have_arrived END,
                first_tried_at = coalesce(first_tried_at, @now),
                leased_until = @until
            WHERE nonce IN (
                SELECT nonce FROM deliveries AS d
                WHERE state <> 'sent' AND next_try_at <= @now AND leased_until <= @now AND NOT EXISTS (
                    SELECT 1 FROM deliveries AS earlier
                    WHERE earlier.channel = d.channel AND earlier.state = 'waiting'
                        AND (earlier.due_at < d.due_at OR (earlier.due_at = d.due_at AND earlier.nonce < d.nonce)))
                ORDER BY due_at, nonce LIMIT @limit {database.Dialect.SkipLocked})
            RETURNING nonce, channel, message, attempts - 1 AS attempts, first_tried_at, may_have_arrived, due_at
            """;
        var now = time.GetUtcNow();
        var values = new { now = now.ToUnixTimeMilliseconds(), until = (now + lease).ToUnixTimeMilliseconds(), limit };
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<DeliveryRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        return [.. rows.OrderBy(row => row.DueAt).Select(row => row.ToDelivery())];
    }

    public Task RecordSentAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => RecordAsync(
        "state = 'sent', sent_at = @now, message_id = @messageId, reason = NULL",
        new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), messageId, delivery.Nonce },
        cancellationToken);

    /// <summary>Gives a delivery back, to be tried again after a delay.</summary>
    public Task RecordFailureAsync(Delivery delivery, DeliveryFailure failure, CancellationToken cancellationToken) => RecordAsync(
        "state = @state, next_try_at = @next, may_have_arrived = @mayHaveArrived, reason = @Reason",
        new
        {
            state = failure.IsRefusal ? DeliveryState.Refused : DeliveryState.Waiting,
            next = failure.Delay is { } delay ? (time.GetUtcNow() + delay).ToUnixTimeMilliseconds() : Never,
            mayHaveArrived = failure.MayHaveArrived ? 1 : 0,
            failure.Reason,
            delivery.Nonce,
        },
        cancellationToken);

    /// <summary>Forgets the leases of an earlier start. Only where no other instance can hold one.</summary>
    public async Task ReleaseLeasesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE deliveries SET leased_until = 1 WHERE leased_until > 0", cancellationToken: cancellationToken));
    }

    /// <summary>The latest deliveries, newest first; those not sent yet come before all others.</summary>
    public async Task<IReadOnlyList<DeliveryRecord>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT d.nonce, g.name AS digest, d.due_local, d.channel, d.state, d.attempts, d.next_try_at, d.sent_at, d.message_id, d.reason
            FROM deliveries AS d JOIN digests AS g ON g.id = d.digest_id
            ORDER BY d.state = 'sent', d.due_at DESC, d.nonce LIMIT @limit
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<DeliveryRecord>(new CommandDefinition(Sql, new { limit }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row with
        {
            Channel = ChannelAddress.TryParse(row.Channel)?.ToString() ?? row.Channel,
            NextTryAt = row.NextTryAt == Never ? null : row.NextTryAt,
        })];
    }

    /// <summary>How many deliveries wait to be sent for the first time or again; refused ones do not count.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*) FROM deliveries WHERE state = 'waiting'", cancellationToken: cancellationToken));
    }

    private async Task RecordAsync(string change, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE deliveries SET {change}, leased_until = 0 WHERE nonce = @Nonce AND state <> 'sent'", values, cancellationToken: cancellationToken));
    }
}
