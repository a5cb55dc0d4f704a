using System.Data.Common;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Articles.Intake;

/// <summary>Looks up what is stored of items: a few statements, however many items.</summary>
internal sealed class IntakeReader(SqlDialect dialect, DbConnection connection, DbTransaction? transaction)
{
    private const string Sources = "SELECT source_id, guid, article_id, content FROM article_sources";

    /// <summary>Loads what the sources of the items said of them before.</summary>
    public async Task LoadRowsAsync(IntakeBook book, IReadOnlyList<IntakeItem> items, CancellationToken cancellationToken) =>
        await LoadSourcesAsync(
            book, "guid", items.SelectMany(item => item.Keys.Append($"text:{item.Content}")), SourcesOf(items), cancellationToken);

    /// <summary>Loads every stored article that an item might be.</summary>
    public async Task LoadArticlesAsync(IntakeBook book, IReadOnlyList<IntakeItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        var global = items.Select(item => item.Incoming.Guid).OfType<string>().Where(guid => guid.Contains(':', StringComparison.Ordinal));
        await LoadSourcesAsync(book, "guid", global, sources: null, cancellationToken);
        var ids = book.ArticleIds.Concat(items.Select(item => item.TextId));
        var articles = await ReadAsync(ids, items.Select(item => item.UrlKey).OfType<string>(), items.Select(item => item.TextId), cancellationToken);
        foreach (var article in articles)
        {
            book.Load(article);
        }

        var forgotten = $"SELECT id FROM seen_articles WHERE {dialect.IsOneOf("id", "@ids")}";
        var texts = new { ids = dialect.List(items.Select(item => item.TextId).Distinct(StringComparer.Ordinal)) };
        book.Forgotten.UnionWith(await connection.QueryAsync<string>(Command(forgotten, texts, cancellationToken)));
        await LoadSourcesAsync(book, "article_id", articles.Select(article => article.Id), SourcesOf(items), cancellationToken);
    }

    private static long[] SourcesOf(IEnumerable<IntakeItem> items) => [.. items.Select(item => item.Incoming.SourceId).Distinct()];

    private async Task LoadSourcesAsync(IntakeBook book, string column, IEnumerable<string> values, long[]? sources, CancellationToken cancellationToken)
    {
        var among = sources is null ? "" : $" AND {dialect.IsOneOf("source_id", "@sources")}";
        var parameters = new { values = dialect.List(values.Distinct(StringComparer.Ordinal)), sources = dialect.List(sources ?? []) };
        foreach (var row in await connection.QueryAsync<IntakeSource>(
            Command($"{Sources} WHERE {dialect.IsOneOf(column, "@values")}{among}", parameters, cancellationToken)))
        {
            book.Load(row);
        }
    }

    private async Task<IReadOnlyList<IntakeArticle>> ReadAsync(
        IEnumerable<string> ids, IEnumerable<string> urls, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT seq, id, headline, source, url, url_key, language, byline, teaser_only, categories, picture_url, picture_alt, published_at, published_offset_minutes,
                first_seen_at, dated_at, changed_at, version, text_id, text
            FROM articles
            WHERE seq IN (
                SELECT seq FROM articles WHERE {dialect.IsOneOf("id", "@ids")}
                UNION SELECT seq FROM articles WHERE {dialect.IsOneOf("url_key", "@urls")}
                UNION SELECT seq FROM articles WHERE {dialect.IsOneOf("text_id", "@texts")})
            ORDER BY dated_at DESC, seq DESC
            """;
        var parameters = new { ids = Distinct(ids), urls = Distinct(urls), texts = Distinct(texts) };
        return [.. await connection.QueryAsync<IntakeArticle>(Command(sql, parameters, cancellationToken))];

        object Distinct(IEnumerable<string> values) => dialect.List(values.Distinct(StringComparer.Ordinal));
    }

    private CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
