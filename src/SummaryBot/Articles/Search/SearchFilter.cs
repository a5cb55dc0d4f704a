using Dapper;

namespace SummaryBot.Articles.Search;

/// <summary>What narrows a search: terms that every article must have one of, and conditions for what terms cannot say exactly.</summary>
internal sealed record SearchFilter(IReadOnlyList<IReadOnlyList<SearchTerm>> Groups, string Conditions, DynamicParameters Values)
{
    private const int MaxMonths = 36;
    private const int MaxSources = 200;

    /// <summary>What a server may see by its subscriptions, and whoever asked for a page, that page; of articles that no source brought, all.</summary>
    public const string Visible = """
         AND (NOT EXISTS (SELECT 1 FROM article_sources WHERE article_sources.article_id = articles.id)
            OR EXISTS (
                SELECT 1 FROM article_sources JOIN subscriptions ON subscriptions.source_id = article_sources.source_id
                WHERE article_sources.article_id = articles.id AND subscriptions.guild IN ('', @Guild) AND subscriptions.paused = 0
                    AND article_sources.seen_at >= subscriptions.news_from)
            OR EXISTS (SELECT 1 FROM asked_articles WHERE asked_articles.article_id = articles.id AND asked_articles.reader IN ('', @Guild, @User)))
        """;

    private const string OfSource = " AND EXISTS (SELECT 1 FROM article_sources WHERE article_sources.article_id = articles.id AND article_sources.source_id = @SourceId)";

    private const string InStory = " AND articles.id IN (SELECT article_id FROM story_articles WHERE story_id = @Story)";

    /// <param name="sources">What the server of the query reads; null where there is none.</param>
    /// <param name="now">The end of a range without one.</param>
    public static SearchFilter Of(ArticleQuery query, IReadOnlyCollection<long>? sources, DateTimeOffset now)
    {
        var groups = new List<IReadOnlyList<SearchTerm>>();
        if (query.Source is { } outlet)
        {
            groups.Add([new SearchTerm(SearchTerms.Outlet(outlet))]);
        }

        if (query.SourceId is { } sourceId)
        {
            groups.Add([new SearchTerm(SearchTerms.Source(sourceId))]);
        }

        if (query.From is { } from && Months(from, query.Until ?? now) is { Count: <= MaxMonths } months)
        {
            groups.Add(months);
        }

        if (sources is { Count: <= MaxSources })
        {
            groups.Add([.. sources.Select(id => new SearchTerm(SearchTerms.Source(id))), new SearchTerm(SearchTerms.Source(AskedArticles.SourceId)), new SearchTerm(SearchTerms.Source(null))]);
        }

        var conditions = string.Concat(
            query.From is null ? "" : " AND dated_at >= @From", query.Until is null ? "" : " AND dated_at < @Until",
            query.SourceId is null ? "" : OfSource, query.Story is null ? "" : InStory, query.Guild is null ? "" : Visible);
        var values = new DynamicParameters(new { From = query.From?.ToUnixTimeMilliseconds(), Until = query.Until?.ToUnixTimeMilliseconds(), query.Story, query.SourceId, query.Guild, query.User });
        return new SearchFilter(groups, conditions, values);
    }

    private static List<SearchTerm> Months(DateTimeOffset from, DateTimeOffset until)
    {
        var months = new List<SearchTerm>();
        for (var month = new DateTimeOffset(from.UtcDateTime.Year, from.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero); month < until && months.Count <= MaxMonths; month = month.AddMonths(1))
        {
            months.Add(new SearchTerm(SearchTerms.Month(month)));
        }

        return months.Count > 0 ? months : [new SearchTerm(SearchTerms.Month(from))];
    }
}
