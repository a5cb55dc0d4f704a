using SummaryBot.Articles;
using SummaryBot.Stories;

namespace SummaryBot.Digests.Kinds;

/// <summary>Reads what urgent digests need to know.</summary>
public sealed class UrgentReader(UrgentStore store, StoryStore stories, ArticleStore articles, ChannelLimits limits)
{
    /// <summary>Of a story that is told by more, the newest are read.</summary>
    private const int MaxRead = 4 * UrgentStories.MaxArticles;

    /// <summary>What the servers of some digests see, by server.</summary>
    public async Task<IReadOnlyDictionary<string, Sight>> SightsAsync(IEnumerable<StoredDigest> digests, CancellationToken cancellationToken)
    {
        var guilds = digests.Select(digest => digest.Digest.Guild ?? "").Distinct(StringComparer.Ordinal).ToList();
        var subscriptions = (await stories.SubscriptionsAsync([.. guilds.Append("").Distinct(StringComparer.Ordinal)], cancellationToken)).ToLookup(it => it.Guild, StringComparer.Ordinal);
        return guilds.ToDictionary(
            guild => guild,
            guild => new Sight(subscriptions[guild].Concat(subscriptions[""]).GroupBy(it => it.SourceId).ToDictionary(of => of.Key, of => of.Min(it => it.NewsFrom))),
            StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<UrgentArticle>> ArticlesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var seen = await store.SeenAsync(ids, cancellationToken);
        return [.. (await articles.ReadAsync(ids, cancellationToken)).Select(stored => new UrgentArticle(stored, [.. seen[stored.Article.Id]]))];
    }

    /// <summary>The stories of some articles; one that has none yet is a story of its own.</summary>
    internal async Task<UrgentStories> StoriesAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken)
    {
        var storyOf = await stories.OfAsync(articleIds, cancellationToken);
        var members = articleIds.Where(id => !storyOf.ContainsKey(id)).Distinct(StringComparer.Ordinal).Select(id => (Id: id, Key: id)).ToList();
        foreach (var story in storyOf.Values.Distinct())
        {
            var found = await stories.FindAsync(story, cancellationToken);
            members.AddRange((found?.ArticleIds ?? []).Take(MaxRead).Select(id => (id, $"story {story}")));
        }

        var read = (await ArticlesAsync([.. members.Select(it => it.Id)], cancellationToken)).ToDictionary(it => it.Stored.Article.Id, StringComparer.Ordinal);
        var known = members.Where(it => read.ContainsKey(it.Id)).ToList();
        return new UrgentStories(
            known.ToDictionary(it => it.Id, it => it.Key, StringComparer.Ordinal), known.ToLookup(it => it.Key, it => read[it.Id], StringComparer.Ordinal), limits.Strictest);
    }
}
