using System.Data.Common;
using Dapper;
using SummaryBot.Digests.Selection;
using SummaryBot.Storage;

namespace SummaryBot.Digests;

/// <summary>What became of every due time of every digest, and which articles each digest has shown.</summary>
public sealed class EditionStore(Database database, SelectionStore selections, TimeProvider time)
{
    private static readonly string[] EditionColumns = ["digest_id", "due_local", "due_at", "written_at", "status", "stories", "selection", "reason"];
    private static readonly string[] ArticleColumns = ["digest_id", "article_id", "due_local"];

    /// <summary>Records editions with what was chosen for them, and the articles that they show.</summary>
    public async Task AddAsync(DbTransaction transaction, IReadOnlyList<NewEdition> editions, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await selections.AddAsync(
            transaction, editions.Where(edition => edition.Selection is not null).Select(edition => (edition.DigestId, edition.Selection!)), cancellationToken);
        await database.Dialect.InsertManyAsync(
            transaction,
            "editions",
            EditionColumns,
            editions.Select(edition => new object?[]
            {
                edition.DigestId, edition.Due.LocalText, edition.Due.At.ToUnixTimeMilliseconds(), now, ChoiceText.Of(edition.Status),
                (long)edition.StoryCount, edition.Selection?.Key, edition.Reason,
            }),
            cancellationToken);
        await database.Dialect.InsertManyAsync(
            transaction,
            "edition_articles",
            ArticleColumns,
            editions.SelectMany(edition => edition.ArticleIds.Select(id => new object?[] { edition.DigestId, id, edition.Due.LocalText })),
            cancellationToken);
    }

    /// <summary>Which of some articles some digests have shown.</summary>
    public async Task<ILookup<long, string>> ShownAsync(IEnumerable<long> digestIds, IEnumerable<string> articleIds, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"SELECT digest_id, article_id FROM edition_articles WHERE {dialect.IsOneOf("digest_id", "@digestIds")} AND {dialect.IsOneOf("article_id", "@articleIds")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long DigestId, string ArticleId)>(new CommandDefinition(
            sql, new { digestIds = dialect.List(digestIds), articleIds = dialect.List(articleIds) }, cancellationToken: cancellationToken));
        return rows.ToLookup(row => row.DigestId, row => row.ArticleId);
    }

    /// <summary>What some digests have shown of some stories, and of some articles.</summary>
    /// <param name="foreseen">The stories of some articles, by the articles' ids, instead of those that are stored.</param>
    internal async Task<ILookup<long, ShownArticle>> ShownAsync(
        IEnumerable<long> digestIds,
        IEnumerable<long> storyIds,
        IEnumerable<string> articleIds,
        IReadOnlyDictionary<string, long> foreseen,
        CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;

        // most of what is new was shown by nobody: what somebody has shown is found first, and the digests are asked for that alone
        var shown = $"""
            SELECT m.article_id, m.story_id FROM story_articles AS m
            WHERE {dialect.IsOneOf("m.story_id", "@storyIds")} AND EXISTS (SELECT 1 FROM edition_articles AS e WHERE e.article_id = m.article_id)
            UNION SELECT a.id, m.story_id FROM articles AS a LEFT JOIN story_articles AS m ON m.article_id = a.id
            WHERE {dialect.IsOneOf("a.id", "@articleIds")} AND EXISTS (SELECT 1 FROM edition_articles AS e WHERE e.article_id = a.id)
            """;
        var sql = $"SELECT digest_id, article_id, due_local FROM edition_articles WHERE {dialect.IsOneOf("digest_id", "@digestIds")} AND {dialect.IsOneOf("article_id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var stories = (await connection.QueryAsync<(string ArticleId, long? StoryId)>(new CommandDefinition(
            shown, new { storyIds = dialect.List(storyIds), articleIds = dialect.List(articleIds.Concat(foreseen.Keys)) }, cancellationToken: cancellationToken)))
            .ToDictionary(row => row.ArticleId, row => foreseen.TryGetValue(row.ArticleId, out var story) ? story : row.StoryId, StringComparer.Ordinal);
        var rows = stories.Count == 0 ? [] : await connection.QueryAsync<(long DigestId, string ArticleId, string DueLocal)>(new CommandDefinition(
            sql, new { digestIds = dialect.List(digestIds), ids = dialect.List(stories.Keys) }, cancellationToken: cancellationToken));
        return rows.ToLookup(row => row.DigestId, row => new ShownArticle(row.ArticleId, stories[row.ArticleId], row.DueLocal));
    }

    /// <summary>Which of some due times have an edition already, among others.</summary>
    public async Task<IReadOnlySet<(long DigestId, string DueLocal)>> ExistingAsync(
        IReadOnlyCollection<(long DigestId, Due Due)> dues, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"SELECT digest_id, due_local FROM editions WHERE {dialect.IsOneOf("digest_id", "@digestIds")} AND {dialect.IsOneOf("due_local", "@dueLocals")}";
        var values = new
        {
            digestIds = dialect.List(dues.Select(it => it.DigestId).Distinct()),
            dueLocals = dialect.List(dues.Select(it => it.Due.LocalText).Distinct(StringComparer.Ordinal)),
        };
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long, string)>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        return rows.ToHashSet();
    }

    /// <summary>The local times of a digest that have an edition.</summary>
    public static async Task<IReadOnlySet<string>> WrittenAsync(DbTransaction transaction, long digestId, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT due_local FROM editions WHERE digest_id = @digestId ORDER BY due_local DESC LIMIT 10000"; // of some days; any more cannot come again
        var rows = await transaction.Connection!.QueryAsync<string>(
            new CommandDefinition(Sql, new { digestId }, transaction, cancellationToken: cancellationToken));
        return rows.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The latest editions of a digest, newest first.</summary>
    public Task<IReadOnlyList<EditionRecord>> HistoryAsync(long digestId, int limit, CancellationToken cancellationToken) =>
        HistoryAsync(digestId, limit, status: null, cancellationToken);

    /// <summary>The latest editions of a digest that have a status, or all; newest first.</summary>
    public async Task<IReadOnlyList<EditionRecord>> HistoryAsync(long digestId, int limit, EditionStatus? status, CancellationToken cancellationToken) => await QueryAsync(
        "WHERE e.digest_id = @digestId AND (CAST(@status AS text) IS NULL OR e.status = @status) ORDER BY e.due_at DESC, e.due_local DESC LIMIT @limit",
        new { digestId, limit, status = status is { } asked ? ChoiceText.Of(asked) : null },
        cancellationToken);

    /// <summary>What became of one due time; null where it has no edition.</summary>
    public async Task<EditionRecord?> FindAsync(long digestId, string dueLocal, CancellationToken cancellationToken) =>
        (await QueryAsync("WHERE e.digest_id = @digestId AND e.due_local = @dueLocal", new { digestId, dueLocal }, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<EditionRecord>> QueryAsync(string clause, object values, CancellationToken cancellationToken)
    {
        const string Select = """
            SELECT e.due_local, e.due_at, e.written_at, e.status, e.stories, d.state AS delivery, d.sent_at, coalesce(d.reason, e.reason) AS reason,
                CASE WHEN d.state = 'sent' AND c.nonce IS NOT NULL THEN 'waiting' WHEN d.first_message IS NOT NULL THEN 'made' END AS correction,
                CASE WHEN d.state = 'sent' THEN c.reason END AS correction_reason
            FROM editions AS e LEFT JOIN deliveries AS d ON d.digest_id = e.digest_id AND d.due_local = e.due_local
                LEFT JOIN message_changes AS c ON c.nonce = d.nonce
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<EditionRecord>(new CommandDefinition($"{Select} {clause}", values, cancellationToken: cancellationToken))];
    }
}
