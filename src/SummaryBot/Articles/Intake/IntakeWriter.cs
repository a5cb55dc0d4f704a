using System.Data.Common;
using Dapper;
using SummaryBot.Articles.Search;
using SummaryBot.Storage;

namespace SummaryBot.Articles.Intake;

/// <summary>Writes what a book collected: the many new rows at once, the few changed ones one by one.</summary>
internal sealed class IntakeWriter(SqlDialect dialect, DbTransaction transaction)
{
    private static readonly string[] ArticleColumns =
    [
        "id", "headline", "source", "url", "url_key", "language", "byline", "teaser_only", "categories", "picture_url", "picture_alt",
        "published_at", "published_offset_minutes", "first_seen_at", "dated_at", "changed_at", "version", "text_id", "text",
    ];

    public async Task WriteAsync(IntakeBook book, CancellationToken cancellationToken)
    {
        await InsertAsync("articles", ArticleColumns, book.Added.Select(Row), cancellationToken);
        await InsertAsync(
            "article_sources", ["source_id", "guid", "article_id", "content", "seen_at"],
            book.NewSources.Values.Select(row => new object?[] { row.SourceId, row.Guid, row.ArticleId, row.Content, row.SeenAt }), cancellationToken);
        await InsertAsync(
            "article_versions", ["article_id", "version", "headline", "text", "seen_at"],
            book.Versions.Select(row => new object?[] { row.ArticleId, row.Version, row.Headline, row.Text, row.SeenAt }), cancellationToken);
        await UpdateAsync(book, cancellationToken);
        var indexed = book.NewSources.Values.Select(row => row.ArticleId).Concat(book.Changed.Select(article => article.Id)).Distinct(StringComparer.Ordinal).ToList();
        await SearchIndex.UpdateAsync(dialect, transaction, indexed, cancellationToken);
    }

    private async Task UpdateAsync(IntakeBook book, CancellationToken cancellationToken)
    {
        const string Source = "UPDATE article_sources SET article_id = @ArticleId, content = @Content WHERE guid = @Guid AND source_id = @SourceId";
        const string Article = """
            UPDATE articles
            SET headline = @Headline, url = @Url, url_key = @UrlKey, language = @Language, byline = @Byline, teaser_only = @TeaserOnly,
                categories = @Categories, picture_url = @PictureUrl, picture_alt = @PictureAlt,
                published_at = @PublishedAt, published_offset_minutes = @PublishedOffsetMinutes, dated_at = @DatedAt,
                changed_at = @ChangedAt, version = @Version, text_id = @TextId, text = @Text
            WHERE seq = @Seq
            """;
        const string Prune = "DELETE FROM article_versions WHERE article_id = @Id AND version > 1 AND version <= @Last";
        await ExecuteAsync(Source, book.ChangedSources.Values, cancellationToken);
        await ExecuteAsync(Article, book.Changed.Select(Values), cancellationToken);
        await ExecuteAsync(
            Prune,
            book.Changed.Where(article => article.Version > ArticleIntake.MaxVersions)
                .Select(article => new { article.Id, Last = article.Version - ArticleIntake.MaxVersions + 1 }),
            cancellationToken);
    }

    private static object Values(IntakeArticle article) => new
    {
        article.Seq,
        article.Headline,
        article.Url,
        article.UrlKey,
        article.Language,
        article.Byline,
        TeaserOnly = article.TeaserOnly ? 1 : 0,
        article.Categories,
        article.PictureUrl,
        article.PictureAlt,
        article.PublishedAt,
        article.PublishedOffsetMinutes,
        article.DatedAt,
        article.ChangedAt,
        article.Version,
        article.TextId,
        article.Text,
    };

    private static object?[] Row(IntakeArticle article) =>
    [
        article.Id, article.Headline, article.Source, article.Url, article.UrlKey, article.Language, article.Byline, article.TeaserOnly ? 1 : 0,
        article.Categories, article.PictureUrl, article.PictureAlt, article.PublishedAt, article.PublishedOffsetMinutes, article.FirstSeenAt, article.DatedAt,
        article.ChangedAt, article.Version, article.TextId, article.Text,
    ];

    private async Task InsertAsync(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        if (rows.Any())
        {
            await dialect.InsertManyAsync(transaction, table, columns, rows, cancellationToken);
        }
    }

    private async Task ExecuteAsync(string sql, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        if (rows.Any())
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, rows, transaction, cancellationToken: cancellationToken));
        }
    }
}
