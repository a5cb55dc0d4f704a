using Dapper;
using SummaryBot.Articles.Search;
using SummaryBot.Storage;

namespace SummaryBot.Articles;

/// <summary>Who may see which articles.</summary>
public sealed class ArticleSight(Database database)
{
    /// <summary>Which of some articles somebody may see.</summary>
    /// <param name="guild">The Discord server where he asks, empty outside one; null for the operator, who sees all.</param>
    /// <param name="user">Who asks; null for nobody in particular.</param>
    public async Task<IReadOnlySet<string>> AmongAsync(IReadOnlyCollection<string> ids, string? guild, string? user, CancellationToken cancellationToken)
    {
        if (guild is null || ids.Count == 0)
        {
            return ids.ToHashSet(StringComparer.Ordinal);
        }

        var sql = $"SELECT id FROM articles WHERE {database.Dialect.IsOneOf("id", "@Ids")}{SearchFilter.Visible}";
        var values = new { Ids = database.Dialect.List(ids), Guild = guild, User = user ?? "" };
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether an article may be shown whole: its source's setting there says so, or nobody but the operator brought it. A share that may be quoted forbids it.</summary>
    public async Task<bool> IsWholeAsync(string id, string? guild, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT count(*) FROM articles
            WHERE id = @id AND (NOT EXISTS (SELECT 1 FROM article_sources WHERE article_sources.article_id = articles.id)
                OR EXISTS (
                    SELECT 1 FROM article_sources JOIN subscriptions ON subscriptions.source_id = article_sources.source_id
                    WHERE article_sources.article_id = articles.id AND subscriptions.full_text = 1 AND subscriptions.paused = 0
                        AND (@guild IS NULL OR subscriptions.guild IN ('', @guild))))
                AND NOT EXISTS (
                    SELECT 1 FROM article_sources JOIN subscriptions ON subscriptions.source_id = article_sources.source_id
                    WHERE article_sources.article_id = articles.id AND subscriptions.quote_share IS NOT NULL)
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(Sql, new { id, guild }, cancellationToken: cancellationToken)) > 0;
    }
}
