using System.Data.Common;
using Dapper;
using SummaryBot.Articles.Intake;
using SummaryBot.Articles.Search;
using SummaryBot.Storage;

namespace SummaryBot.Articles;

/// <summary>
/// Articles of pages that people asked for. They belong to a source of their own that nobody reads, so no digest shows them; whoever asked for one sees it, and
/// nobody else does unless a source brings it too. What is forgotten of who asked makes an article seen by fewer, never by more.
/// </summary>
public sealed class AskedArticles(Database database, ArticleIntake intake, TimeProvider time)
{
    /// <summary>In <c>article_sources</c>; no row of <c>sources</c> has it.</summary>
    public const long SourceId = long.MaxValue;

    /// <summary>Keeps the article of a page for a reader.</summary>
    /// <param name="page">Its <see cref="IncomingArticle.SourceId"/> is <see cref="SourceId"/>, its address the one that it was fetched from.</param>
    /// <param name="reader">A Discord server or, outside one, a person; empty for the operator, whose articles everybody may see.</param>
    /// <returns>The stored article's id; null where it was stored before and then forgotten, which is for good.</returns>
    public Task<string?> KeepAsync(IncomingArticle page, string reader, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var open = await OpenAsync(transaction, IntakeItem.Of(page, time.GetUtcNow()), cancellationToken);
            var taken = (await intake.TakeAsync(transaction, [page], time.GetUtcNow(), cancellationToken))[0];
            if (open.Contains(taken.ArticleId))
            {
                await LeaveOpenAsync(transaction, taken.ArticleId, cancellationToken);
                return taken.ArticleId;
            }

            const string Sql = """
                INSERT INTO asked_articles (article_id, reader, asked_at) SELECT id, @reader, @now FROM articles WHERE id = @ArticleId
                ON CONFLICT (article_id, reader) DO UPDATE SET asked_at = excluded.asked_at
                """;
            var kept = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                Sql, new { reader, taken.ArticleId, now = time.GetUtcNow().ToUnixTimeMilliseconds() }, transaction, cancellationToken: cancellationToken));
            return kept == 1 ? taken.ArticleId : null;
        },
        cancellationToken);

    /// <summary>Forgets what a server or a person asked for.</summary>
    public async Task ForgetAsync(string reader, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM asked_articles WHERE reader = @reader", new { reader }, cancellationToken: cancellationToken));
    }

    /// <summary>The articles that an item may be which no source brought: everybody sees those.</summary>
    private static async Task<HashSet<string>> OpenAsync(DbTransaction transaction, IntakeItem item, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT id FROM articles WHERE (url_key = @UrlKey OR text_id = @TextId)
                AND NOT EXISTS (SELECT 1 FROM article_sources WHERE article_sources.article_id = articles.id)
            """;
        return [.. await transaction.Connection!.QueryAsync<string>(new CommandDefinition(Sql, new { item.UrlKey, item.TextId }, transaction, cancellationToken: cancellationToken))];
    }

    /// <summary>An article that everybody sees does not become one of few because one of them asked for it.</summary>
    private async Task LeaveOpenAsync(DbTransaction transaction, string id, CancellationToken cancellationToken)
    {
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM article_sources WHERE article_id = @id AND source_id = @SourceId", new { id, SourceId }, transaction, cancellationToken: cancellationToken));
        await SearchIndex.UpdateAsync(database.Dialect, transaction, [id], cancellationToken);
    }
}
