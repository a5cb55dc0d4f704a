using Dapper;
using SummaryBot.Chat;
using SummaryBot.Storage;

namespace SummaryBot.Digests;

/// <summary>The editions as they were written, message and all, for as long as editions are kept.</summary>
public sealed class SentStore(Database database)
{
    private const string Select = """
        SELECT d.digest_id, g.name AS digest, d.due_local, d.due_at, d.channel, coalesce(c.guild, g.guild) AS guild, d.nonce, d.state, d.message_id, d.sent_at, d.message
        FROM deliveries AS d JOIN digests AS g ON g.id = d.digest_id LEFT JOIN channel_guilds AS c ON c.channel = d.channel
        """;

    /// <summary>The edition of one due time; null where there is none with a message.</summary>
    public async Task<SentEdition?> FindAsync(long digestId, string dueLocal, CancellationToken cancellationToken) =>
        (await QueryAsync("WHERE d.digest_id = @digestId AND d.due_local = @dueLocal", new { digestId, dueLocal }, cancellationToken)).SingleOrDefault();

    /// <summary>The edition that a message in a chat is of, or is a part of; null where it is none, or is forgotten.</summary>
    /// <param name="channel">As a <see cref="ChannelAddress"/> writes it; parts are looked for there alone.</param>
    public async Task<SentEdition?> FindMessageAsync(string channel, string messageId, CancellationToken cancellationToken) =>
        (await QueryAsync("WHERE d.message_id = @messageId LIMIT 1", new { messageId }, cancellationToken)).SingleOrDefault()
        ?? (await QueryAsync(
            """WHERE d.channel = @channel AND d.parts LIKE '%"' || @messageId || '"%' ORDER BY d.due_at DESC LIMIT 1""", new { channel, messageId }, cancellationToken)).SingleOrDefault();

    /// <summary>The editions of some digests that were due in a time, the oldest first.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    public async Task<IReadOnlyList<SentEdition>> ListAsync(
        IEnumerable<long> digestIds, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => await QueryAsync(
        $"WHERE {database.Dialect.IsOneOf("d.digest_id", "@ids")} AND d.due_at >= @from AND d.due_at < @to ORDER BY d.due_at, d.digest_id",
        new { ids = database.Dialect.List(digestIds), from = from.ToUnixTimeMilliseconds(), to = to.ToUnixTimeMilliseconds() },
        cancellationToken);

    /// <summary>Where the messages of some editions can be read; those that are not sent, or have no address, are left out.</summary>
    internal async Task<IReadOnlyDictionary<(long DigestId, string DueLocal), Uri>> LinksAsync(
        IReadOnlyCollection<(long DigestId, string DueLocal)> editions, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"""
            SELECT d.digest_id, d.due_local, d.channel, coalesce(c.guild, g.guild) AS guild, d.message_id
            FROM deliveries AS d JOIN digests AS g ON g.id = d.digest_id LEFT JOIN channel_guilds AS c ON c.channel = d.channel
            WHERE d.message_id IS NOT NULL AND {dialect.IsOneOf("d.digest_id", "@ids")} AND {dialect.IsOneOf("d.due_local", "@dues")}
            """;
        var values = new
        {
            ids = dialect.List(editions.Select(it => it.DigestId).Distinct()),
            dues = dialect.List(editions.Select(it => it.DueLocal).Distinct(StringComparer.Ordinal)),
        };
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long DigestId, string DueLocal, string Channel, string? Guild, string MessageId)>(
            new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        return rows.Select(row => (Edition: (row.DigestId, row.DueLocal), Link: MessageAddress.Of(ChannelAddress.TryParse(row.Channel)!, row.Guild, row.MessageId)))
            .Where(it => it.Link is not null).ToDictionary(it => it.Edition, it => it.Link!);
    }

    /// <summary>What stands in the channels: the latest editions of some digests that were sent, the newest first.</summary>
    /// <param name="days">The first and the last local day, as <c>2026-03-29</c>.</param>
    public async Task<IReadOnlyList<SentEdition>> NewestAsync(
        IEnumerable<long> digestIds, (string First, string Last) days, int limit, CancellationToken cancellationToken) => await QueryAsync(
        $"""
        WHERE {database.Dialect.IsOneOf("d.digest_id", "@ids")} AND d.state = 'sent' AND substr(d.due_local, 1, 10) >= @First AND substr(d.due_local, 1, 10) <= @Last
        ORDER BY d.due_at DESC, d.due_local DESC, d.digest_id LIMIT @limit
        """,
        new { ids = database.Dialect.List(digestIds), days.First, days.Last, limit },
        cancellationToken);

    private async Task<IReadOnlyList<SentEdition>> QueryAsync(string clause, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition($"{Select} {clause}", values, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToEdition())];
    }

    private sealed class Row
    {
        public long DigestId { get; init; }

        public required string Digest { get; init; }

        public required string DueLocal { get; init; }

        public long DueAt { get; init; }

        public required string Channel { get; init; }

        public string? Guild { get; init; }

        public required string Nonce { get; init; }

        public required string State { get; init; }

        public string? MessageId { get; init; }

        public long? SentAt { get; init; }

        public required string Message { get; init; }

        public SentEdition ToEdition() => new(
            DigestId, Digest, DueLocal, DueAt, ChannelAddress.TryParse(Channel)!, Guild, Nonce, State, MessageId, SentAt, MessageJson.Read(Message));
    }
}
