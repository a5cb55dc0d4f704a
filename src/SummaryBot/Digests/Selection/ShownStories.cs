using NodaTime;

namespace SummaryBot.Digests.Selection;

/// <summary>What a digest has shown of some stories, at any time.</summary>
public sealed class ShownStories
{
    private readonly ILookup<long?, ShownArticle> _byStory;
    private readonly HashSet<string> _ids;

    public ShownStories(IEnumerable<ShownArticle> articles)
    {
        Articles = [.. articles.OrderBy(it => it.ArticleId, StringComparer.Ordinal)];
        _byStory = Articles.Where(it => it.StoryId is not null).ToLookup(it => it.StoryId);
        _ids = Articles.Select(it => it.ArticleId).ToHashSet(StringComparer.Ordinal);
    }

    public static ShownStories None { get; } = new([]);

    public IReadOnlyList<ShownArticle> Articles { get; }

    public bool Has(string articleId) => _ids.Contains(articleId);

    /// <summary>The articles of a story that were shown.</summary>
    public IEnumerable<string> Of(long? storyId) => storyId is null ? [] : _byStory[storyId].Select(it => it.ArticleId);

    /// <summary>The last edition that showed a story; null where none did.</summary>
    public LocalDateTime? LastOf(long? storyId) =>
        storyId is not null && _byStory[storyId].Max(it => it.DueLocal) is { } last ? Due.ParseLocal(last) : null;
}

/// <summary>An article that a digest has shown.</summary>
/// <param name="StoryId">The story that it is in now; null where it has none.</param>
/// <param name="DueLocal">The edition.</param>
public sealed record ShownArticle(string ArticleId, long? StoryId, string DueLocal);
