using System.Collections.Concurrent;

namespace SummaryBot.Stories;

/// <summary>
/// What each Discord server may see of the newest articles. An article is seen where no source showed it (it was imported by hand), or one that the server or
/// everybody subscribes to, not before its news began.
/// </summary>
/// <remarks>Each server costs no more than its own sources have; servers with the same ones share a pool.</remarks>
internal sealed class StoryPools
{
    private readonly IReadOnlyList<PoolArticle> _articles;
    private readonly List<Sighting>?[] _sightings;
    private readonly Dictionary<long, List<int>> _bySource = [];
    private readonly ILookup<long, Subscription> _common;
    private readonly List<int> _commonPlaces;
    private readonly ConcurrentDictionary<string, StoryPool> _pools = new(StringComparer.Ordinal);

    /// <param name="articles">Newest first.</param>
    /// <param name="sightings">Of these articles, in any order.</param>
    /// <param name="common">The subscriptions of everybody.</param>
    public StoryPools(IReadOnlyList<PoolArticle> articles, IEnumerable<Sighting> sightings, IEnumerable<Subscription> common)
    {
        _articles = articles;
        _sightings = new List<Sighting>?[articles.Count];
        var places = articles.Index().ToDictionary(it => it.Item.Id, it => it.Index, StringComparer.Ordinal);
        foreach (var sighting in sightings)
        {
            if (places.TryGetValue(sighting.ArticleId, out var place))
            {
                (_sightings[place] ??= []).Add(sighting);
                Places(sighting.SourceId).Add(place);
            }
        }

        _common = common.ToLookup(it => it.SourceId);
        _commonPlaces = [.. Enumerable.Range(0, articles.Count).Where(i => NewsAt(i, _common) is not null)];
    }

    /// <param name="own">The server's own subscriptions.</param>
    public StoryPool Of(IReadOnlyList<Subscription> own)
    {
        var key = string.Join('\n', own.OrderBy(it => it.SourceId).Select(it => $"{it.SourceId}:{it.NewsFrom}:{it.GroupName}"));
        return _pools.GetOrAdd(key, _ => Build(own.ToLookup(it => it.SourceId)));
    }

    private List<int> Places(long source) => _bySource.TryGetValue(source, out var places) ? places : _bySource[source] = [];

    private StoryPool Build(ILookup<long, Subscription> own)
    {
        var ownPlaces = own.SelectMany(of => _bySource.GetValueOrDefault(of.Key) ?? []).Where(i => NewsAt(i, own) is not null);
        IEnumerable<int> places = own.Count == 0 ? _commonPlaces : _commonPlaces.Concat(ownPlaces).Distinct().Order();
        return new StoryPool([.. places.Select(place => Article(place, own))]);
    }

    private NewsArticle Article(int place, ILookup<long, Subscription> own)
    {
        var article = _articles[place];
        var outlet = article.Source?.Trim();
        var newsAt = Math.Min(NewsAt(place, _common) ?? long.MaxValue, NewsAt(place, own) ?? long.MaxValue);
        return new NewsArticle(article.Id, string.IsNullOrEmpty(outlet) ? null : outlet, article.StoryId, article.DatedAt, newsAt, Groups(place, own));
    }

    /// <summary>When subscribers are shown it first; null where they are not.</summary>
    private long? NewsAt(int place, ILookup<long, Subscription> subscriptions) => _sightings[place] is not { } seen ? _articles[place].FirstSeenAt
        : seen.Where(it => subscriptions[it.SourceId].Any(of => it.SeenAt >= of.NewsFrom)).Min(it => (long?)it.SeenAt);

    private IReadOnlyList<string> Groups(int place, ILookup<long, Subscription> own) => _sightings[place] is not { } seen ? []
        : [.. seen.SelectMany(it => _common[it.SourceId].Concat(own[it.SourceId]).Where(of => it.SeenAt >= of.NewsFrom))
            .Select(of => of.GroupName).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
