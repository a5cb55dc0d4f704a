using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Digests.Kinds;

/// <summary>Tells which articles are urgent for whom.</summary>
public sealed class UrgentNews
{
    /// <summary>What is older is urgent no more.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromDays(1);

    private readonly Dictionary<string, FilterSet> _filters = new(StringComparer.Ordinal);

    /// <summary>The articles that became news to a digest after a moment, and that its filters let through.</summary>
    /// <param name="sight">What its server sees.</param>
    /// <param name="after">UTC milliseconds since 1970.</param>
    public IEnumerable<StoredArticle> For(StoredDigest digest, IEnumerable<UrgentArticle> articles, Sight sight, long after, DateTimeOffset now)
    {
        var filters = FiltersOf(digest.Digest);
        return articles
            .Where(it => it.Stored.GoneAt is null && now - it.Stored.DatedAt <= Freshness && sight.NewsAt(it) > after && filters.Test(it.Text).Passes)
            .Select(it => it.Stored);
    }

    /// <summary>The first rule that found what it looks for in an article, as a reason to show it; null where rules only keep out.</summary>
    public string? Why(Digest digest, FilterText text, FrameWords frame) =>
        FiltersOf(digest).Test(text).Hits is [var hit, ..] ? frame.Plain("filter", ("value", hit.Value)) : null;

    /// <summary>The same filters are made ready once, however many digests have them.</summary>
    private FilterSet FiltersOf(Digest digest)
    {
        var rules = digest.Editing.Filters;
        var key = string.Join('\n', rules);
        return _filters.TryGetValue(key, out var known) ? known : _filters[key] = new FilterSet(rules);
    }
}

/// <summary>An article with what sources showed of it.</summary>
/// <param name="Seen">Empty where it was imported by hand.</param>
public sealed record UrgentArticle(StoredArticle Stored, IReadOnlyList<SeenArticle> Seen)
{
    private readonly Lazy<FilterText> _text = new(() => FilterText.Of(Stored));

    public FilterText Text => _text.Value;
}

/// <summary>What a server sees: its own sources, everybody's, and what no source brought.</summary>
/// <param name="newsFrom">By source: what it showed earlier is no news, in UTC milliseconds since 1970.</param>
public sealed class Sight(IReadOnlyDictionary<long, long> newsFrom)
{
    /// <summary>When an article became news, in UTC milliseconds since 1970; null where it did not.</summary>
    public long? NewsAt(UrgentArticle article) => article.Seen.Count == 0
        ? article.Stored.FirstSeenAt.ToUnixTimeMilliseconds()
        : article.Seen.Where(seen => newsFrom.TryGetValue(seen.SourceId, out var from) && seen.SeenAt >= from).Select(seen => (long?)seen.SeenAt).Min();
}
