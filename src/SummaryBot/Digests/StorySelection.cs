using SummaryBot.Articles;

namespace SummaryBot.Digests;

/// <summary>Chooses the stories of an edition: the newest that the digest has not shown.</summary>
public static class StorySelection
{
    /// <param name="pool">Newest first.</param>
    /// <param name="shown">Ids of articles that the digest has shown.</param>
    public static SelectedStories Select(IReadOnlyList<ArticleHead> pool, IReadOnlySet<string> shown, int maxStories)
    {
        var newest = pool.Where(article => article.Source is not null).DistinctBy(article => article.Source, StringComparer.Ordinal).Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var fresh = pool.Where(article => !shown.Contains(article.Id)).ToList();
        var selected = fresh.Take(maxStories)
            .Select(article => new SelectedStory(article.Id, newest.Contains(article.Id) ? $"newest from {article.Source}" : null));
        return new SelectedStories([.. selected], Math.Max(0, fresh.Count - maxStories));
    }
}

/// <param name="Stories">In the order to show.</param>
/// <param name="KeptCount">How many more there were.</param>
public sealed record SelectedStories(IReadOnlyList<SelectedStory> Stories, int KeptCount);

/// <param name="Why">One true reason to show it, or null.</param>
public sealed record SelectedStory(string ArticleId, string? Why);
