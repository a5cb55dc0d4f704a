using System.Data.Common;
using Dapper;
using SummaryBot.Digests.Feedback;
using SummaryBot.Settings.Backups;
using SummaryBot.Storage;
using SummaryBot.Undo;

namespace SummaryBot.Retention;

/// <summary>Forgets what is old, a little at a time, so that nothing else waits long. What was forgotten does not come back.</summary>
public sealed class RetentionStore(Database database, TimeProvider time)
{
    private const int PageSize = 500;

    /// <summary>History and links to earlier messages reach as far back.</summary>
    private static readonly TimeSpan LeastEditions = TimeSpan.FromDays(30);

    /// <summary>Forgets articles that were neither seen first nor changed within some time, and that no message on its way shows.</summary>
    /// <returns>How many.</returns>
    /// <remarks>
    /// The rows of <c>article_sources</c> stay, and <c>seen_articles</c> keeps the ids: neither a feed that still lists an old item nor a file brings it back.
    /// That is why what digests have shown of them may be forgotten too.
    /// </remarks>
    public async Task<int> ForgetArticlesAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var (count, cutoff) = (0, Cutoff(age));
        for (var taken = PageSize; taken == PageSize; count += taken)
        {
            taken = await database.WriteAsync(transaction => ForgetArticlesAsync(transaction, cutoff, cancellationToken), cancellationToken);
        }

        await ForgetShownAsync(cancellationToken);
        return count;
    }

    /// <summary>Forgets editions whose messages were sent, and those without a message, with what they chose; 30 days are always kept.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetEditionsAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM editions WHERE digest_id = @id AND due_at < @cutoff AND NOT EXISTS (
                SELECT 1 FROM deliveries AS d WHERE d.digest_id = editions.digest_id AND d.due_local = editions.due_local AND d.state <> 'sent')
            """;
        var cutoff = Cutoff(age > LeastEditions ? age : LeastEditions);
        await using var connection = await database.OpenAsync(cancellationToken);
        var digests = await connection.QueryAsync<long>(new CommandDefinition("SELECT id FROM digests", cancellationToken: cancellationToken));
        var count = 0;
        foreach (var page in digests.Chunk(PageSize))
        {
            count += await database.WriteAsync(
                transaction => ExecuteAsync(transaction, Sql, page.Select(id => new { id, cutoff }), cancellationToken), cancellationToken);
        }

        await ForgetSelectionsAsync(cancellationToken);
        return count;
    }

    /// <summary>Forgets what editions chose that are forgotten; what a digest goes on from stays, and so does what was chosen within 30 days.</summary>
    private async Task ForgetSelectionsAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM selections WHERE key IN (
                SELECT s.key FROM selections AS s WHERE s.made_at < @cutoff
                    AND s.key NOT IN (SELECT selection FROM editions WHERE selection IS NOT NULL)
                    AND s.key NOT IN (SELECT selection FROM digests WHERE selection IS NOT NULL)
                LIMIT @PageSize)
            """;
        for (var taken = PageSize; taken == PageSize;)
        {
            taken = await database.WriteAsync(
                transaction => ExecuteAsync(transaction, Sql, new { cutoff = Cutoff(LeastEditions), PageSize }, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Forgets everything of servers that the bot has left for as long as they, or else the operator, said. A digest that posts through a webhook needs no bot and stays.</summary>
    /// <param name="usual">For servers that said nothing.</param>
    /// <returns>How many servers.</returns>
    public async Task<int> ForgetGuildsAsync(TimeSpan usual, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT l.guild FROM left_guilds AS l LEFT JOIN guild_settings AS s ON s.guild = l.guild
            WHERE l.left_at + coalesce(s.retention_days * 86400000, @usual) < @now
            """;
        var values = new { now = Cutoff(TimeSpan.Zero), usual = (long)usual.TotalMilliseconds };
        var tables = await database.TablesWithAsync("guild", cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        var guilds = (await connection.QueryAsync<string>(new CommandDefinition(Sql, values, cancellationToken: cancellationToken))).ToList();
        foreach (var guild in guilds)
        {
            await database.WriteAsync(transaction => ForgetGuildAsync(transaction, guild, tables, cancellationToken), cancellationToken);
        }

        return guilds.Count;
    }

    /// <summary>Forgets what could be undone, and backups that were sent in and not restored.</summary>
    public Task<int> ForgetDraftsAsync(CancellationToken cancellationToken) => database.WriteAsync(
        transaction => ExecuteAsync(
            transaction,
            "DELETE FROM undo WHERE made_at < @undo; DELETE FROM restore_drafts WHERE made_at < @drafts",
            new { undo = Cutoff(UndoLog.Kept), drafts = Cutoff(RestoreDrafts.Kept) },
            cancellationToken),
        cancellationToken);

    /// <summary>Forgets what readers said so long ago that it counts no more.</summary>
    /// <returns>How many opinions.</returns>
    public Task<int> ForgetOpinionsAsync(CancellationToken cancellationToken) => database.WriteAsync(
        transaction => ExecuteAsync(transaction, "DELETE FROM feedback WHERE at < @cutoff", new { cutoff = Cutoff(FeedbackStore.Memory) }, cancellationToken),
        cancellationToken);

    private long Cutoff(TimeSpan age) => (time.GetUtcNow() - age).ToUnixTimeMilliseconds();

    private async Task<int> ForgetArticlesAsync(DbTransaction transaction, long cutoff, CancellationToken cancellationToken)
    {
        const string Old = """
            SELECT id FROM articles
            WHERE dated_at < @cutoff AND coalesce(changed_at, first_seen_at) < @cutoff AND id NOT IN (
                SELECT shown.article_id FROM deliveries AS d
                JOIN edition_articles AS shown ON shown.digest_id = d.digest_id AND shown.due_local = d.due_local
                WHERE d.state <> 'sent')
            ORDER BY dated_at, seq LIMIT @PageSize
            """;
        await database.Dialect.TakeTurnAsync(transaction, cancellationToken);
        var ids = (await transaction.Connection!.QueryAsync<string>(
            new CommandDefinition(Old, new { cutoff, PageSize }, transaction, cancellationToken: cancellationToken))).ToList();
        var (isOld, isOldArticle) = (database.Dialect.IsOneOf("id", "@ids"), database.Dialect.IsOneOf("article_id", "@ids"));
        var sql = $"""
            INSERT INTO seen_articles (id) SELECT id FROM articles WHERE {isOld} UNION SELECT text_id FROM articles WHERE {isOld} AND text_id IS NOT NULL
            ON CONFLICT (id) DO NOTHING;
            DELETE FROM article_versions WHERE {isOldArticle};
            DELETE FROM story_articles WHERE {isOldArticle};
            DELETE FROM shown_by_deleted WHERE {isOldArticle};
            DELETE FROM articles WHERE {isOld};
            DELETE FROM stories WHERE last_at < @cutoff AND NOT EXISTS (SELECT 1 FROM story_articles WHERE story_id = stories.id)
            """;
        await ExecuteAsync(transaction, sql, new { ids = database.Dialect.List(ids), cutoff }, cancellationToken);
        return ids.Count;
    }

    /// <summary>Forgets which digests have shown articles that are gone.</summary>
    private async Task ForgetShownAsync(CancellationToken cancellationToken)
    {
        const string Gone = """
            SELECT digest_id, article_id FROM edition_articles AS shown
            WHERE (digest_id, article_id) > (@digest, @article) AND NOT EXISTS (SELECT 1 FROM articles WHERE id = shown.article_id)
            ORDER BY digest_id, article_id LIMIT @PageSize
            """;
        var (last, isLast) = ((Digest: 0L, Article: ""), false);
        while (!isLast)
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            var gone = (await connection.QueryAsync<(long Digest, string Article)>(new CommandDefinition(
                Gone, new { digest = last.Digest, article = last.Article, PageSize }, cancellationToken: cancellationToken))).ToList();
            await database.WriteAsync(
                transaction => ExecuteAsync(
                    transaction,
                    "DELETE FROM edition_articles WHERE digest_id = @digest AND article_id = @article",
                    gone.Select(it => new { digest = it.Digest, article = it.Article }),
                    cancellationToken),
                cancellationToken);
            (last, isLast) = (gone.LastOrDefault(last), gone.Count < PageSize);
        }
    }

    /// <param name="tables">Those whose rows are of servers, by a column of that name.</param>
    private static Task<int> ForgetGuildAsync(DbTransaction transaction, string guild, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM digests WHERE channel LIKE 'discord:%'
                AND coalesce((SELECT known.guild FROM channel_guilds AS known WHERE known.channel = digests.channel), guild) = @guild;
            DELETE FROM asked_articles WHERE reader = @guild;
            DELETE FROM blocked_channels WHERE channel IN (SELECT channel FROM channel_guilds WHERE guild = @guild);
            """;
        var all = tables.Where(table => !string.Equals(table, "digests", StringComparison.Ordinal)).Select(table => $"DELETE FROM {table} WHERE guild = @guild");
        return ExecuteAsync(transaction, $"{Sql} {string.Join("; ", all)}", new { guild }, cancellationToken);
    }

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
}
