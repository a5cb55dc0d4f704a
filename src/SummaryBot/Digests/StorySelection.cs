using SummaryBot.Articles;

namespace SummaryBot.Digests;

/// <summary>Chooses the stories of editions: the newest that a digest has not shown.</summary>
/// <remarks>What is the same for every digest is found out once, for there may be thousands of them in one minute.</remarks>
public sealed class StorySelection
{
    private readonly IReadOnlyList<SelectedStory> _pool;

    /// <param name="pool">The articles to choose among, newest first.</param>
    public StorySelection(IReadOnlyList<ArticleHead> pool)
    {
        var newest = pool.Where(article => article.Source is not null).DistinctBy(article => article.Source, StringComparer.Ordinal)
            .Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        _pool = [.. pool.Select(article => new SelectedStory(article.Id, newest.Contains(article.Id) ? $"newest from {article.Source}" : null))];
    }

    /// <param name="shown">Those articles of the pool that the digest has shown.</param>
    public SelectedStories Select(IReadOnlySet<string> shown, int maxStories)
    {
        var selected = _pool.Where(story => !shown.Contains(story.ArticleId)).Take(maxStories).ToList();
        return new SelectedStories(selected, _pool.Count - shown.Count - selected.Count);
    }
}

/// <param name="Stories">In the order to show.</param>
/// <param name="KeptCount">How many more there were.</param>
public sealed record SelectedStories(IReadOnlyList<SelectedStory> Stories, int KeptCount);

/// <param name="Why">One true reason to show it, or null.</param>
public sealed record SelectedStory(string ArticleId, string? Why);
