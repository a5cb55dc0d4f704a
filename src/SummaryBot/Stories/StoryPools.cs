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
    private readonly ILookup<long?, int> _byStory;
    private readonly Dictionary<long, long> _common;
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

        _byStory = Enumerable.Range(0, articles.Count).Where(i => articles[i].StoryId is not null).ToLookup(i => articles[i].StoryId);
        _common = NewsFrom(common);
        _commonPlaces = [.. Enumerable.Range(0, articles.Count).Where(i => IsSeen(i, _common)).Take(StoryPool.MaxArticles)];
    }

    /// <param name="own">The server's own subscriptions.</param>
    public StoryPool Of(IReadOnlyList<Subscription> own)
    {
        var newsFrom = NewsFrom(own);
        var key = string.Join(' ', newsFrom.OrderBy(it => it.Key).Select(it => $"{it.Key}:{it.Value}"));
        return _pools.GetOrAdd(key, _ => Build(newsFrom));
    }

    private List<int> Places(long source) => _bySource.TryGetValue(source, out var places) ? places : _bySource[source] = [];

    private static Dictionary<long, long> NewsFrom(IEnumerable<Subscription> subscriptions) =>
        subscriptions.GroupBy(it => it.SourceId).ToDictionary(of => of.Key, of => of.Min(it => it.NewsFrom));

    private StoryPool Build(Dictionary<long, long> own)
    {
        var ownPlaces = own.Keys.SelectMany(source => _bySource.GetValueOrDefault(source) ?? []).Where(i => IsSeen(i, own));
        var places = _commonPlaces.Concat(ownPlaces).Distinct().Order().Take(StoryPool.MaxArticles);
        var outlets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var told = new HashSet<long>();
        var stories = new List<PoolStory>();
        var count = 0;
        foreach (var place in places)
        {
            var isNewest = _articles[place].Source?.Trim() is { Length: > 0 } outlet && outlets.Add(outlet);
            var story = _articles[place].StoryId;
            if (count < StoryPool.MaxArticles && (story is not { } id || told.Add(id)))
            {
                var articles = story is null ? [place] : _byStory[story].Where(i => IsSeen(i, _common) || IsSeen(i, own));
                stories.Add(new PoolStory(articles.Select(i => _articles[i])) { NewestFrom = isNewest ? _articles[place].Source!.Trim() : null });
                count += stories[^1].ArticleIds.Count;
            }
        }

        return new StoryPool(stories);
    }

    private bool IsSeen(int place, Dictionary<long, long> newsFrom) =>
        _sightings[place] is not { } seen || seen.Exists(it => newsFrom.TryGetValue(it.SourceId, out var from) && it.SeenAt >= from);
}
