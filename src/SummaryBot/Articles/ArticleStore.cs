using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Articles;

/// <summary>The articles, newest first. One that claims a date in the future counts as of the day it was first seen.</summary>
public sealed class ArticleStore(Database database, TimeProvider time)
{
    private const string Newest = "ORDER BY dated_at DESC, seq DESC LIMIT @limit";

    /// <summary>Keeps an article that is new, and says whether it was.</summary>
    public async Task<bool> AddAsync(Article article, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO articles (id, headline, source, url, language, published_at, published_offset_minutes, first_seen_at, dated_at, text)
            VALUES (@Id, @Headline, @Source, @Url, @Language, @PublishedAt, @PublishedOffsetMinutes, @FirstSeenAt, @DatedAt, @Text)
            ON CONFLICT (id) DO NOTHING
            """;
        var row = ArticleRow.Of(article, time.GetUtcNow());
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(Sql, row, cancellationToken: cancellationToken)) == 1;
    }

    public async Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync([id], cancellationToken)).SingleOrDefault();

    public async Task<IReadOnlyList<StoredArticle>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        await QueryAsync($"WHERE {database.Dialect.IsOneOf("id", "@ids")}", new { ids = database.Dialect.List(ids) }, cancellationToken);

    /// <summary>Articles by their address, the newest first where several have one.</summary>
    public async Task<IReadOnlyList<StoredArticle>> AtAsync(IEnumerable<Uri> addresses, CancellationToken cancellationToken) =>
        await QueryAsync(
            $"WHERE {database.Dialect.IsOneOf("url", "@urls")} ORDER BY dated_at DESC, seq DESC",
            new { urls = database.Dialect.List(addresses.Select(address => address.AbsoluteUri)) },
            cancellationToken);

    /// <summary>The texts as they are stored, by id; what is not stored is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TextsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"SELECT id, text FROM articles WHERE {dialect.IsOneOf("id", "@ids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Text)>(
            new CommandDefinition(sql, new { ids = dialect.List(ids) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Text, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<StoredArticle>> NewestAsync(int limit, CancellationToken cancellationToken) =>
        await QueryAsync(Newest, new { limit }, cancellationToken);

    /// <summary>The newest articles that hold every word of the query, each whole or as the beginning of a longer one.</summary>
    public async Task<IReadOnlyList<StoredArticle>> SearchAsync(string query, int limit, CancellationToken cancellationToken)
    {
        var words = SearchWords.In(query);
        return words.Count == 0
            ? []
            : await QueryAsync(
                $"WHERE {database.Dialect.ArticleMatches} {Newest}",
                new { Query = database.Dialect.SearchQuery(words), limit },
                cancellationToken);
    }

    private async Task<IReadOnlyList<StoredArticle>> QueryAsync(string clause, object values, CancellationToken cancellationToken)
    {
        var sql = $"SELECT headline, source, url, language, published_at, published_offset_minutes, first_seen_at, dated_at, text FROM articles {clause}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<ArticleRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToStored())];
    }
}
