namespace SummaryBot.Stories;

/// <summary>The articles that editions choose among with the stories they make up, the same for everybody who sees the same articles.</summary>
public sealed class StoryPool
{
    private readonly Dictionary<string, NewsArticle> _byId;
    private readonly ILookup<long?, NewsArticle> _byStory;
    private readonly HashSet<string> _newest;

    /// <param name="articles">Newest first.</param>
    public StoryPool(IReadOnlyList<NewsArticle> articles)
    {
        Articles = articles;
        _byId = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        _byStory = articles.Where(article => article.StoryId is not null).ToLookup(article => article.StoryId);
        _newest = articles.Where(article => article.Outlet is not null).DistinctBy(article => article.Outlet, StringComparer.OrdinalIgnoreCase)
            .Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<NewsArticle> Articles { get; }

    public bool Has(string id) => _byId.ContainsKey(id);

    /// <summary>All articles of the story that an article tells, newest first: itself alone where it has no story.</summary>
    public IEnumerable<NewsArticle> StoryOf(NewsArticle article) => article.StoryId is null ? [article] : _byStory[article.StoryId];

    /// <summary>Whether it is the newest article of its outlet.</summary>
    public bool IsNewestOfOutlet(NewsArticle article) => _newest.Contains(article.Id);
}
