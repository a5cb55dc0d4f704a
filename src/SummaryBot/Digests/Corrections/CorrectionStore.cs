using System.Globalization;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Corrections;

/// <summary>Finds the messages that changed articles may concern.</summary>
public sealed class CorrectionStore(Database database, BotStateStore state)
{
    private const string CheckedAt = "corrections.checked_at";

    /// <summary>The digest's own zone and length, as they are now; what is wanted in the message's place, where an edit waits.</summary>
    private const string Select = """
        SELECT d.nonce, d.due_local, d.channel, d.message, g.zone, g.length, c.message AS wanted, coalesce(c.version, 0) AS version
        FROM deliveries AS d JOIN digests AS g ON g.id = d.digest_id LEFT JOIN message_changes AS c ON c.nonce = d.nonce
        """;

    /// <summary>Until when changes have been looked at; null before the first time.</summary>
    public async Task<DateTimeOffset?> CheckedAtAsync(CancellationToken cancellationToken) =>
        await state.ReadAsync(CheckedAt, cancellationToken) is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture))
            : null;

    public Task RecordCheckedAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        state.WriteAsync(CheckedAt, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>The articles that were changed or found to be gone since then.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT id FROM articles WHERE changed_at >= @since UNION SELECT id FROM articles WHERE gone_at >= @since";
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(
            new CommandDefinition(Sql, new { since = since.ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken))];
    }

    /// <summary>The digests that have shown one of some articles.</summary>
    public async Task<IReadOnlyList<long>> DigestsAsync(IEnumerable<string> articleIds, CancellationToken cancellationToken)
    {
        var sql = $"SELECT DISTINCT digest_id FROM edition_articles WHERE {database.Dialect.IsOneOf("article_id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<long>(
            new CommandDefinition(sql, new { ids = database.Dialect.List(articleIds) }, cancellationToken: cancellationToken))];
    }

    /// <summary>The messages of some digests that were sent since then, or that are on their way; not those that somebody deleted.</summary>
    public async Task<IReadOnlyList<ShownMessage>> MessagesAsync(IEnumerable<long> digestIds, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var sql = $"""
            {Select} WHERE {database.Dialect.IsOneOf("d.digest_id", "@ids")} AND d.removed_at IS NULL AND (d.state <> 'sent' OR d.sent_at >= @since)
            """;
        var values = new { ids = database.Dialect.List(digestIds), since = since.ToUnixTimeMilliseconds() };
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<ShownMessage>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))];
    }

    /// <summary>The message of one delivery; null where it is gone with its digest.</summary>
    public async Task<ShownMessage?> FindAsync(string nonce, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ShownMessage>(
            new CommandDefinition($"{Select} WHERE d.nonce = @nonce", new { nonce }, cancellationToken: cancellationToken));
    }

    /// <summary>Keeps another message for a delivery that was never sent; an edit of it is not wanted any more.</summary>
    public async Task RenewAsync(string nonce, ChatMessage message, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE deliveries SET message = @message WHERE nonce = @nonce AND state <> 'sent';
            DELETE FROM message_changes WHERE nonce = @nonce
            """;
        await database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                new CommandDefinition(Sql, new { nonce, message = MessageJson.Write(message) }, transaction, cancellationToken: cancellationToken)),
            cancellationToken);
    }
}
