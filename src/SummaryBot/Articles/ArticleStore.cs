using System.Data.Common;
using Dapper;
using SummaryBot.Articles.Search;
using SummaryBot.Storage;

namespace SummaryBot.Articles;

/// <summary>The articles, newest first. One that claims a date in the future counts as of the day it was first seen.</summary>
public sealed class ArticleStore(Database database, TimeProvider time)
{
    private const string Newest = "ORDER BY dated_at DESC, seq DESC LIMIT @limit";

    /// <summary>Keeps an article whose text is new, and says whether it was. One that was forgotten is not.</summary>
    public async Task<bool> AddAsync(Article article, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO articles (
                id, headline, source, url, url_key, language, published_at, published_offset_minutes, first_seen_at, dated_at, text_id, text)
            SELECT @Id, @Headline, @Source, @Url, @UrlKey, @Language, @PublishedAt, @PublishedOffsetMinutes, @FirstSeenAt, @DatedAt, @TextId, @Text
            WHERE NOT EXISTS (SELECT 1 FROM articles WHERE text_id = @TextId) AND NOT EXISTS (SELECT 1 FROM seen_articles WHERE id = @TextId)
            ON CONFLICT (id) DO NOTHING
            """;
        var row = ArticleRow.Of(article, time.GetUtcNow());
        return await database.WriteAsync(
            async transaction =>
            {
                await database.Dialect.TakeTurnAsync(transaction, cancellationToken);
                var isNew = await transaction.Connection!.ExecuteAsync(new CommandDefinition(Sql, row, transaction, cancellationToken: cancellationToken)) == 1;
                await SearchIndex.UpdateAsync(database.Dialect, transaction, isNew ? [row.Id!] : [], cancellationToken);
                return isNew;
            },
            cancellationToken);
    }

    /// <summary>Notes since when the pages of a source's articles are gone; null where they are there again. The first moment stays.</summary>
    internal static Task NoteGoneAsync(DbTransaction transaction, long sourceId, DateTimeOffset? goneAt, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE articles SET gone_at = CASE WHEN @at IS NOT NULL THEN coalesce(gone_at, @at) END
            WHERE id IN (SELECT article_id FROM article_sources WHERE source_id = @sourceId)
            """;
        return transaction.Connection!.ExecuteAsync(
            new CommandDefinition(Sql, new { sourceId, at = goneAt?.ToUnixTimeMilliseconds() }, transaction, cancellationToken: cancellationToken));
    }

    public async Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync([id], cancellationToken)).SingleOrDefault();

    /// <summary>Whether a Discord server may see an article: a source brought it that is everybody's or the server's own, or none did.</summary>
    public async Task<bool> IsSeenAsync(string id, string guild, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT count(*) FROM articles AS a WHERE id = @id AND (NOT EXISTS (SELECT 1 FROM article_sources AS s WHERE s.article_id = a.id) OR EXISTS (
                SELECT 1 FROM article_sources AS s JOIN subscriptions AS b ON b.source_id = s.source_id WHERE s.article_id = a.id AND b.guild IN ('', @guild)))
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(Sql, new { id, guild }, cancellationToken: cancellationToken)) > 0;
    }

    public async Task<IReadOnlyList<StoredArticle>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        await QueryAsync($"WHERE {database.Dialect.IsOneOf("id", "@ids")}", new { ids = database.Dialect.List(ids) }, cancellationToken);

    /// <summary>Articles by their address, the newest first where several have one.</summary>
    public async Task<IReadOnlyList<StoredArticle>> AtAsync(IEnumerable<Uri> addresses, CancellationToken cancellationToken) =>
        await QueryAsync(
            $"WHERE {database.Dialect.IsOneOf("url_key", "@urls")} ORDER BY dated_at DESC, seq DESC",
            new { urls = database.Dialect.List(addresses.Select(address => CanonicalUrl.Of(address).AbsoluteUri)) },
            cancellationToken);

    /// <summary>The texts as they are stored, by id, and whether their pages are gone; what is not stored is left out.</summary>
    public async Task<IReadOnlyDictionary<string, (string Text, bool IsGone)>> TextsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"SELECT id, text, gone_at FROM articles WHERE {dialect.IsOneOf("id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Text, long? GoneAt)>(
            new CommandDefinition(sql, new { ids = dialect.List(ids) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => (row.Text, row.GoneAt is not null), StringComparer.Ordinal);
    }

    /// <summary>How long texts are, in Unicode code points, by id; what is not stored is left out.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> LengthsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"SELECT id, CAST(length(text) AS bigint) AS length FROM articles WHERE {dialect.IsOneOf("id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, long Length)>(
            new CommandDefinition(sql, new { ids = dialect.List(ids) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Length, StringComparer.Ordinal);
    }

    /// <summary>In which languages some articles are, as far as that is known.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var sql = $"SELECT DISTINCT language FROM articles WHERE language IS NOT NULL AND {database.Dialect.IsOneOf("id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(sql, new { ids = database.Dialect.List(ids) }, cancellationToken: cancellationToken))];
    }

    /// <summary>What an article said from the first on, and last what it says now; empty where it is not stored.</summary>
    public async Task<IReadOnlyList<ArticleVersion>> VersionsAsync(string id, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT version, headline, text, seen_at FROM article_versions WHERE article_id = @id
            UNION ALL SELECT version, headline, text, coalesce(changed_at, first_seen_at) FROM articles WHERE id = @id
            ORDER BY version
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Version, string? Headline, string Text, long SeenAt)>(
            new CommandDefinition(Sql, new { id }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new ArticleVersion(row.Version, row.Headline, row.Text, DateTimeOffset.FromUnixTimeMilliseconds(row.SeenAt)))];
    }

    /// <summary>What articles said before they were changed.</summary>
    public async Task<ILookup<string, string>> EarlierTextsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"SELECT article_id, text FROM article_versions WHERE {dialect.IsOneOf("article_id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Text)>(
            new CommandDefinition(sql, new { ids = dialect.List(ids) }, cancellationToken: cancellationToken));
        return rows.ToLookup(row => row.Id, row => row.Text, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<StoredArticle>> NewestAsync(int limit, CancellationToken cancellationToken) =>
        await QueryAsync(Newest, new { limit }, cancellationToken);

    private async Task<IReadOnlyList<StoredArticle>> QueryAsync(string clause, object values, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT id, headline, source, url, language, published_at, published_offset_minutes, first_seen_at, dated_at, version, byline, teaser_only, gone_at,
                categories, picture_url, picture_alt, text,
                (SELECT min(b.quote_share) FROM article_sources AS x JOIN subscriptions AS b ON b.source_id = x.source_id WHERE x.article_id = articles.id) AS quote_share
            FROM articles {clause}
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<ArticleRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToStored())];
    }
}
