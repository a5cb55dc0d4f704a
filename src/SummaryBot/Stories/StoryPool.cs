namespace SummaryBot.Stories;

/// <summary>The stories that an edition chooses among, the same for everybody who sees the same articles.</summary>
public sealed class StoryPool
{
    /// <summary>How many articles there are at most; the stories of the oldest of them are whole all the same.</summary>
    public const int MaxArticles = 500;

    /// <param name="stories">Newest first.</param>
    public StoryPool(IReadOnlyList<PoolStory> stories)
    {
        Stories = stories;
        ArticleIds = [.. stories.SelectMany(story => story.ArticleIds)];
    }

    public IReadOnlyList<PoolStory> Stories { get; }

    public IReadOnlyList<string> ArticleIds { get; }
}
