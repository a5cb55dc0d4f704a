using NodaTime;
using SummaryBot.Digests.Filters;
using SummaryBot.Stories;

namespace SummaryBot.Digests.Selection;

/// <summary>A story with an article or more that waits for a verdict of a digest.</summary>
/// <param name="StoryId">Null for an article that has no story yet.</param>
/// <param name="Articles">All of its articles that the digest may see, newest first.</param>
/// <param name="Since">The edition in which it was a candidate first.</param>
public sealed record CandidateStory(long? StoryId, IReadOnlyList<CandidateArticle> Articles, LocalDateTime Since)
{
    /// <summary>The last edition that showed the story; null where the digest has never shown it.</summary>
    public LocalDateTime? ShownBefore { get; init; }

    /// <summary>Of a story that was shown before: the article with a sentence that was not told; null where there is none.</summary>
    public string? NewsIn { get; init; }

    /// <summary>Which of the digest's sections it belongs to, from 0; null for none.</summary>
    public int? Section { get; init; }

    /// <summary>Of its longest passing article, in Unicode code points.</summary>
    public long Length { get; init; }

    /// <summary>The articles that it may be shown by, newest first.</summary>
    public IReadOnlyList<CandidateArticle> Passing { get; } = [.. Articles.Where(article => article.State is CandidateState.Waiting && article.FilteredBy is null)];

    /// <summary>The outlets that tell it, the newest article's first.</summary>
    public IReadOnlyList<string> Outlets => Articles is [{ FilteredBy: null, News.Outlet: { } only }] ? [only]
        : SummaryBot.Stories.Outlets.Distinct(Articles.Where(article => article.FilteredBy is null).Select(article => article.News.Outlet));
}

/// <summary>An article of a story as a digest sees it.</summary>
/// <param name="IsNewest">Whether it is the newest article of its outlet.</param>
public sealed record CandidateArticle(NewsArticle News, CandidateState State, bool IsNewest)
{
    /// <summary>The filter rule that keeps it out; null where it passes.</summary>
    public FilterRule? FilteredBy { get; init; }

    /// <summary>The filter rules that found what they look for.</summary>
    public IReadOnlyList<FilterRule> Hits { get; init; } = [];
}

public enum CandidateState
{
    /// <summary>It waits for a verdict.</summary>
    Waiting,

    /// <summary>It was seen before the digest looks back at its first edition.</summary>
    TooOld,

    /// <summary>An earlier edition was done with it.</summary>
    Closed,
}
