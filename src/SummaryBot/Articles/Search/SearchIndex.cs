using System.Data.Common;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Articles.Search;

/// <summary>Keeps <c>article_search</c> in step with the articles. Rows go with their articles by themselves.</summary>
internal static class SearchIndex
{
    /// <summary>Changes whenever <see cref="SearchTerms"/> or <see cref="SearchFold"/> do: a database with another one is indexed anew.</summary>
    private const string Version = "1";

    private const string Key = "search-index";
    private const int Batch = 500;

    private const string Columns = "SELECT seq, id, headline, source, url, url_key, dated_at, text FROM articles";

    /// <summary>Indexes articles as they are stored in a transaction.</summary>
    public static async Task UpdateAsync(SqlDialect dialect, DbTransaction transaction, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var rows = await transaction.Connection!.QueryAsync<SearchRow>(new CommandDefinition(
            $"{Columns} WHERE {dialect.IsOneOf("id", "@ids")}", new { ids = dialect.List(ids) }, transaction, cancellationToken: cancellationToken));
        await WriteAsync(dialect, transaction, [.. rows], cancellationToken);
    }

    /// <summary>Indexes what an older version stored.</summary>
    public static async Task CatchUpAsync(Database database, CancellationToken cancellationToken)
    {
        var state = new BotStateStore(database);
        if (string.Equals(await state.ReadAsync(Key, cancellationToken), Version, StringComparison.Ordinal))
        {
            return;
        }

        for (long? last = 0; last is { } seq;)
        {
            last = await database.WriteAsync(transaction => CatchUpAsync(database.Dialect, transaction, seq, cancellationToken), cancellationToken);
        }

        await state.WriteAsync(Key, Version, cancellationToken);
    }

    private static async Task<long?> CatchUpAsync(SqlDialect dialect, DbTransaction transaction, long after, CancellationToken cancellationToken)
    {
        var rows = (await transaction.Connection!.QueryAsync<SearchRow>(new CommandDefinition(
            $"{Columns} WHERE seq > @after ORDER BY seq LIMIT {Batch}", new { after }, transaction, cancellationToken: cancellationToken))).ToList();
        var keys = rows.Where(row => row.Url is not null).Select(row => new { row.Seq, Key = CanonicalUrl.Of(new Uri(row.Url!)).AbsoluteUri, row.UrlKey })
            .Where(row => !string.Equals(row.Key, row.UrlKey, StringComparison.Ordinal)).ToList();
        await transaction.Connection!.ExecuteAsync(
            new CommandDefinition("UPDATE articles SET url_key = @Key WHERE seq = @Seq", keys, transaction, cancellationToken: cancellationToken));
        await WriteAsync(dialect, transaction, rows, cancellationToken);
        return rows.Count > 0 ? rows[^1].Seq : null;
    }

    private static async Task WriteAsync(SqlDialect dialect, DbTransaction transaction, List<SearchRow> rows, CancellationToken cancellationToken)
    {
        var sql = $"SELECT article_id, source_id FROM article_sources WHERE {dialect.IsOneOf("article_id", "@ids")}";
        var sources = (await transaction.Connection!.QueryAsync<(string Id, long Source)>(new CommandDefinition(
            sql, new { ids = dialect.List(rows.Select(row => row.Id)) }, transaction, cancellationToken: cancellationToken)))
            .ToLookup(row => row.Id, row => row.Source, StringComparer.Ordinal);
        await dialect.IndexAsync(transaction, rows.ConvertAll(row => (row.Seq, SearchTerms.Of(row, sources[row.Id]))), cancellationToken);
    }
}
