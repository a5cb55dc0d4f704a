using System.Text.Json;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Chat;

/// <summary>The edits of sent messages that are still to be made. Each stays until it is made, or its message is found to be deleted.</summary>
public sealed class ChangeStore(Database database, TimeProvider time)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Asks for an edit, in the place of the one that waits; not where the message or that one has become another meanwhile.</summary>
    public async Task AddAsync(NewChange change, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO message_changes (nonce, version, message, attempts, next_try_at, leased_until, parts_done, is_whole)
            SELECT nonce, 1, @wanted, 0, @Now, 0, 0, 0 FROM deliveries WHERE nonce = @Nonce AND message = @From
            ON CONFLICT (nonce) DO UPDATE SET version = message_changes.version + 1, message = excluded.message, parts_done = 0,
                is_whole = CASE WHEN message_changes.attempts > 0 THEN 1 ELSE message_changes.is_whole END
            WHERE message_changes.version = @Version
            """;
        await ExecuteAsync(Sql, new { change.Nonce, change.From, change.Version, wanted = MessageJson.Write(change.Wanted), Now }, cancellationToken);
    }

    /// <summary>Takes edits that may be tried now, the longest due first; those of messages that were not sent yet wait.</summary>
    public async Task<IReadOnlyList<MessageChange>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellationToken)
    {
        var claim = $"""
            UPDATE message_changes SET attempts = attempts + 1, leased_until = @until WHERE nonce IN (
                SELECT nonce FROM message_changes WHERE next_try_at <= @Now AND leased_until <= @Now
                    AND EXISTS (SELECT 1 FROM deliveries AS d WHERE d.nonce = message_changes.nonce AND d.state = 'sent')
                ORDER BY next_try_at, nonce LIMIT @limit {database.Dialect.SkipLocked})
            RETURNING nonce, version, message, attempts - 1 AS attempts, parts_done, is_whole
            """;
        var sql = $"SELECT nonce, channel, message_id, parts, message FROM deliveries WHERE {database.Dialect.IsOneOf("nonce", "@nonces")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var changes = (await connection.QueryAsync<ChangeRow>(new CommandDefinition(
            claim, new { Now, until = Now + (long)lease.TotalMilliseconds, limit }, cancellationToken: cancellationToken))).ToList();
        var nonces = new { nonces = database.Dialect.List(changes.Select(change => change.Nonce)) };
        var sent = changes.Count == 0 ? [] : await connection.QueryAsync<SentRow>(new CommandDefinition(sql, nonces, cancellationToken: cancellationToken));
        var byNonce = sent.ToDictionary(row => row.Nonce, StringComparer.Ordinal);
        return [.. changes.Select(change => byNonce[change.Nonce].ToChange(change))];
    }

    /// <summary>It stands in the channel: the message of the delivery is now that, and the first one is kept.</summary>
    /// <param name="note">What could not be changed; null where everything was.</param>
    public Task RecordDoneAsync(MessageChange change, string? note, CancellationToken cancellationToken) => EndAsync(
        "first_message = coalesce(first_message, message), message = @wanted, reason = @note",
        new { change.Nonce, change.Version, Now, wanted = MessageJson.Write(change.Wanted), note },
        cancellationToken);

    /// <summary>Somebody has deleted the message: it is not posted again, and not edited any more.</summary>
    public Task RecordRemovedAsync(MessageChange change, CancellationToken cancellationToken) => EndAsync(
        "removed_at = coalesce(removed_at, @Now), reason = @reason",
        new { change.Nonce, change.Version, Now, reason = "It was deleted in its channel, and is not posted again." },
        cancellationToken);

    /// <summary>Gives an edit back, to be tried again after a delay.</summary>
    public Task RecordFailureAsync(MessageChange change, ChangeFailure failure, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE message_changes SET leased_until = 0, next_try_at = @next, reason = @Reason, attempts = attempts - @waited,
                parts_done = CASE WHEN version = @Version THEN @PartsDone ELSE 0 END,
                is_whole = CASE WHEN version = @Version THEN is_whole ELSE 1 END
            WHERE nonce = @Nonce
            """;
        var values = new
        {
            change.Nonce,
            change.Version,
            failure.Reason,
            failure.PartsDone,
            next = Now + (long)failure.Delay.TotalMilliseconds,
            waited = failure.IsAttempt ? 0 : 1,
        };
        return ExecuteAsync(Sql, values, cancellationToken);
    }

    /// <summary>How many edits are still to be made of messages that were sent.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        const string Sql = "SELECT count(*) FROM message_changes AS c JOIN deliveries AS d ON d.nonce = c.nonce WHERE d.state = 'sent'";
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(Sql, cancellationToken: cancellationToken));
    }

    /// <summary>Ends an edit; one that was asked for meanwhile goes on from there.</summary>
    private Task<int> EndAsync(string change, object values, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            UPDATE deliveries SET {change} WHERE nonce = @Nonce;
            DELETE FROM message_changes WHERE nonce = @Nonce AND version = @Version;
            UPDATE message_changes SET leased_until = 0, attempts = 0, next_try_at = @Now, parts_done = 0, is_whole = 0, reason = NULL WHERE nonce = @Nonce
            """,
            values,
            transaction,
            cancellationToken: cancellationToken)),
        cancellationToken);

    private async Task ExecuteAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }

    private sealed class ChangeRow
    {
        public required string Nonce { get; init; }

        public long Version { get; init; }

        public required string Message { get; init; }

        public int Attempts { get; init; }

        public int PartsDone { get; init; }

        public int IsWhole { get; init; }
    }

    private sealed class SentRow
    {
        public required string Nonce { get; init; }

        public required string Channel { get; init; }

        public required string MessageId { get; init; }

        public string? Parts { get; init; }

        public required string Message { get; init; }

        public MessageChange ToChange(ChangeRow change)
        {
            var sent = new SentMessage(ChannelAddress.TryParse(Channel)!, MessageId)
            {
                Parts = Parts is null ? [] : JsonSerializer.Deserialize<string[]>(Parts)!,
                Shown = MessageJson.Read(Message),
                PartsDone = change.PartsDone,
                IsWhole = change.IsWhole != 0,
            };
            return new MessageChange(Nonce, change.Version, sent, MessageJson.Read(change.Message), change.Attempts);
        }
    }
}

/// <summary>Why an edit was not made.</summary>
/// <param name="Delay">How long it rests.</param>
/// <param name="PartsDone">How many parts were edited all the same.</param>
/// <param name="IsAttempt">Whether it counts as one; having to wait is none.</param>
public sealed record ChangeFailure(TimeSpan Delay, string Reason, int PartsDone, bool IsAttempt = true);
