using Dapper;
using SummaryBot.Chat;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Corrections;

/// <summary>Which pages of quoted articles are looked at again, and when.</summary>
public sealed class PageCheckStore(Database database, TimeProvider time)
{
    private const int PageSize = 500;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Takes in what messages sent since then show. Those that are there already stay as they are, unless a later message shows them too.</summary>
    public async Task AddSentAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string Sent = """
            SELECT nonce, sent_at, message FROM deliveries WHERE sent_at IS NOT NULL AND (sent_at > @at OR (sent_at = @at AND nonce > @nonce))
            ORDER BY sent_at, nonce LIMIT @PageSize
            """;
        var (last, count) = ((SentAt: since.ToUnixTimeMilliseconds(), Nonce: ""), PageSize);
        while (count == PageSize)
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            var rows = (await connection.QueryAsync<(string Nonce, long SentAt, string Message)>(new CommandDefinition(
                Sent, new { at = last.SentAt, nonce = last.Nonce, PageSize }, cancellationToken: cancellationToken))).ToList();
            var quoted = rows.SelectMany(row => Quoted(row.Message).Select(id => (Id: id, row.SentAt))).GroupBy(it => it.Id, it => it.SentAt, StringComparer.Ordinal);
            await AddAsync([.. quoted.Select(it => new { Id = it.Key, At = it.Max(), Next = it.Max() + (long)PageCheckTimes.First.TotalMilliseconds })], cancellationToken);
            (last, count) = (rows.Count == 0 ? last : (rows[^1].SentAt, rows[^1].Nonce), rows.Count);
        }
    }

    /// <summary>Takes pages that are due, the longest due first.</summary>
    /// <param name="lease">How long they stay with whoever took them.</param>
    public async Task<IReadOnlyList<PageCheck>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellationToken)
    {
        var claim = $"""
            UPDATE page_checks SET leased_until = @until WHERE article_id IN (
                SELECT article_id FROM page_checks WHERE next_check_at <= @Now AND leased_until <= @Now
                ORDER BY next_check_at, article_id LIMIT @limit {database.Dialect.SkipLocked})
            RETURNING article_id, quoted_at, missing_since
            """;
        var sql = $"SELECT id, url FROM articles WHERE {database.Dialect.IsOneOf("id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = (await connection.QueryAsync<(string Id, long QuotedAt, long? MissingSince)>(new CommandDefinition(
            claim, new { Now, until = Now + (long)lease.TotalMilliseconds, limit }, cancellationToken: cancellationToken))).ToList();
        var urls = (await connection.QueryAsync<(string Id, string? Url)>(new CommandDefinition(
            sql, new { ids = database.Dialect.List(rows.Select(row => row.Id)) }, cancellationToken: cancellationToken))).ToDictionary(it => it.Id, it => it.Url, StringComparer.Ordinal);
        return [.. rows.Select(row => new PageCheck(row.Id, urls.GetValueOrDefault(row.Id) is { } url ? new Uri(url) : null, Time(row.QuotedAt), row.MissingSince is { } at ? Time(at) : null))];
    }

    /// <summary>When the page is looked at next, and since when it is missing.</summary>
    /// <param name="next">Null where that is not worth while any more.</param>
    public Task RecordAsync(PageCheck check, DateTimeOffset? next, DateTimeOffset? missingSince, CancellationToken cancellationToken) => ExecuteAsync(
        next is null
            ? "DELETE FROM page_checks WHERE article_id = @ArticleId AND quoted_at = @quoted; UPDATE page_checks SET leased_until = 0 WHERE article_id = @ArticleId"
            : "UPDATE page_checks SET leased_until = 0, next_check_at = @next, missing_since = @missing WHERE article_id = @ArticleId",
        new
        {
            check.ArticleId,
            quoted = check.QuotedAt.ToUnixTimeMilliseconds(),
            next = next?.ToUnixTimeMilliseconds(),
            missing = missingSince?.ToUnixTimeMilliseconds(),
        },
        cancellationToken);

    /// <summary>The article was withdrawn.</summary>
    public Task RecordGoneAsync(PageCheck check, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE articles SET gone_at = coalesce(gone_at, @Now) WHERE id = @ArticleId; DELETE FROM page_checks WHERE article_id = @ArticleId",
        new { check.ArticleId, Now },
        cancellationToken);

    private static IEnumerable<string> Quoted(string message) =>
        MessageJson.Read(message).Stories.Where(story => !story.IsWithdrawn).SelectMany(story => story.ArticleIds);

    private Task AddAsync(IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO page_checks (article_id, quoted_at, next_check_at, leased_until)
            SELECT id, @At, @Next, 0 FROM articles WHERE id = @Id AND url IS NOT NULL AND gone_at IS NULL
            ON CONFLICT (article_id) DO UPDATE SET quoted_at = excluded.quoted_at WHERE page_checks.quoted_at < excluded.quoted_at
            """;
        return rows.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(Sql, rows, transaction, cancellationToken: cancellationToken)), cancellationToken);
    }

    private async Task ExecuteAsync(string sql, object values, CancellationToken cancellationToken) => await database.WriteAsync(
        transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken)), cancellationToken);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}

/// <summary>A page of an article that a message quotes.</summary>
/// <param name="Url">Null where the article was forgotten.</param>
/// <param name="QuotedAt">When the last message that quotes it was sent.</param>
/// <param name="MissingSince">Since when it was not found; null while it is there.</param>
public sealed record PageCheck(string ArticleId, Uri? Url, DateTimeOffset QuotedAt, DateTimeOffset? MissingSince);
