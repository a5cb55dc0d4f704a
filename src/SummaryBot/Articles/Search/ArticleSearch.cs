using System.Data.Common;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Articles.Search;

/// <summary>Finds stored articles by their words. However many have them, only the newest few hundred are looked at and ranked.</summary>
public sealed class ArticleSearch(Database database, ArticleStore articles, TimeProvider time)
{
    private const int MaxWords = 12;

    /// <summary>How many of the newest that a way of looking finds are candidates, unless more are asked for.</summary>
    private const int Candidates = 60;

    /// <summary>How many candidates are read whole to rank them, unless more are asked for.</summary>
    private const int Ranked = 40;

    /// <summary>The best first. Without words the newest, as far as filters let them through.</summary>
    public async Task<IReadOnlyList<StoredArticle>> FindAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        var words = SearchWords.In(query.Words).Distinct(StringComparer.Ordinal).Take(MaxWords).ToList();
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(query.Words))
        {
            return [];
        }

        var found = await CandidatesAsync(query, words, cancellationToken);
        var read = await articles.ReadAsync([.. found.Take(Math.Max(Ranked, query.Limit)).Select(it => it.Id)], cancellationToken);
        var now = time.GetUtcNow();
        return [.. read.OrderByDescending(stored => words.Count == 0 ? 0 : SearchScore.Of(stored, words, now)).ThenByDescending(stored => stored.DatedAt)
            .ThenBy(stored => stored.Article.Id, StringComparer.Ordinal).Take(query.Limit)];
    }

    /// <summary>Which of some articles may be shown to somebody, by the subscriptions of his server and what he has asked for himself.</summary>
    public async Task<IReadOnlySet<string>> VisibleAsync(IReadOnlyCollection<string> ids, Viewer viewer, CancellationToken cancellationToken)
    {
        var sql = $"SELECT id FROM articles WHERE {database.Dialect.IsOneOf("id", "@ids")}{SearchFilter.Visible}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.QueryAsync<string>(new CommandDefinition(sql, new { ids = database.Dialect.List(ids), viewer.Guild, viewer.User }, cancellationToken: cancellationToken));
        return found.ToHashSet(StringComparer.Ordinal);
    }

    private async Task<List<Found>> CandidatesAsync(ArticleQuery query, List<string> words, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var sources = query.Guild is { } guild ? await SourcesAsync(connection, guild, cancellationToken) : null;
        var filter = SearchFilter.Of(query, sources, time.GetUtcNow());
        var found = new List<Found>();
        foreach (var stage in SearchStage.Of(words, query.IsTyping))
        {
            if (stage.Need == SearchNeed.Always || found.Count < (stage.Need == SearchNeed.TooFewFound ? query.Limit : 1))
            {
                var more = await NewestAsync(connection, [.. stage.Terms.Select(term => new[] { term }), .. filter.Groups], filter, Math.Max(Candidates, query.Limit), cancellationToken);
                found = [.. found.UnionBy(more, it => it.Id, StringComparer.Ordinal)];
            }
        }

        return found;
    }

    /// <summary>The newest that have a term of every group. Where the database cannot stop early, it looks at the newest buckets first, then at more.</summary>
    private async Task<IReadOnlyList<Found>> NewestAsync(
        DbConnection connection, IReadOnlyList<IReadOnlyList<SearchTerm>> groups, SearchFilter filter, int limit, CancellationToken cancellationToken)
    {
        if (groups.Count == 0 && filter.Conditions.Length == 0)
        {
            return await QueryAsync(connection, groups, filter, "dated_at DESC, seq DESC", limit, cancellationToken);
        }

        var buckets = await BucketsAsync(connection, cancellationToken);
        foreach (var reach in database.Dialect.SearchReach.Where(reach => reach < buckets))
        {
            SearchTerm[] newest = [.. Enumerable.Range(0, reach).Select(i => new SearchTerm(SearchTerms.Bucket(buckets - 1 - i)))];
            var found = await QueryAsync(connection, [.. groups, newest], filter, "seq DESC", limit, cancellationToken);
            if (found.Count >= limit)
            {
                return found;
            }

            if (found.Count * database.Dialect.SearchReach[^1] < limit * reach)
            {
                break; // too rare for the next step too
            }
        }

        return await QueryAsync(connection, groups, filter, "seq DESC", limit, cancellationToken);
    }

    private async Task<IReadOnlyList<Found>> QueryAsync(
        DbConnection connection, IReadOnlyList<IReadOnlyList<SearchTerm>> groups, SearchFilter filter, string order, int limit, CancellationToken cancellationToken)
    {
        var values = new DynamicParameters(filter.Values);
        values.Add("Limit", limit);
        values.Add("Query", database.Dialect.SearchQuery(groups));
        var sql = groups.Count == 0
            ? $"SELECT id, dated_at FROM articles WHERE 1 = 1{filter.Conditions} ORDER BY {order} LIMIT @Limit"
            : $"""
                WITH hits AS {database.Dialect.SearchMaterialized} (SELECT rowid AS seq FROM article_search WHERE {database.Dialect.SearchMatches})
                SELECT articles.id, articles.dated_at FROM (SELECT seq FROM hits ORDER BY seq DESC) AS newest JOIN articles ON articles.seq = newest.seq
                WHERE 1 = 1{filter.Conditions} ORDER BY newest.seq DESC LIMIT @Limit
                """;
        return [.. await connection.QueryAsync<Found>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))];
    }

    private static async Task<IReadOnlyCollection<long>> SourcesAsync(DbConnection connection, string guild, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<long>(new CommandDefinition(
            "SELECT DISTINCT source_id FROM subscriptions WHERE guild IN ('', @guild) AND paused = 0", new { guild }, cancellationToken: cancellationToken))];

    private static async Task<long> BucketsAsync(DbConnection connection, CancellationToken cancellationToken) =>
        (await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT coalesce(max(seq), 0) FROM articles", cancellationToken: cancellationToken)) / SearchTerms.BucketSize) + 1;

    private sealed record Found(string Id, long DatedAt);
}
