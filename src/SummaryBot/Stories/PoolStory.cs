namespace SummaryBot.Stories;

/// <summary>A story as those see it who may see it: the articles that they do not see are no part of it.</summary>
public sealed class PoolStory
{
    /// <summary>Of a story that is told by more, the newest are read and remembered.</summary>
    public const int MaxArticles = 30;

    /// <param name="articles">Its articles, newest first; one or more.</param>
    public PoolStory(IEnumerable<PoolArticle> articles) => ArticleIds = [.. articles.Take(MaxArticles).Select(article => article.Id)];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<string> ArticleIds { get; }

    /// <summary>The outlet of its newest article, where that is the newest of the outlet too; else null.</summary>
    public string? NewestFrom { get; init; }
}
