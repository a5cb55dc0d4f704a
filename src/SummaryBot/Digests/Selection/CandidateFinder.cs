using NodaTime;
using SummaryBot.Stories;

namespace SummaryBot.Digests.Selection;

/// <summary>Finds the stories that wait for a verdict of a digest.</summary>
public static class CandidateFinder
{
    /// <summary>The articles that digests with the same memory have to judge: those that became news since, but for those that an earlier edition was done with.</summary>
    /// <param name="carryDays">What a filter keeps out is judged anew while it is younger than these days.</param>
    /// <param name="dueAt">UTC milliseconds since 1970.</param>
    public static IReadOnlyList<NewsArticle> Open(StoryPool pool, SelectionMemory memory, int carryDays, long dueAt)
    {
        var filteredFrom = dueAt - (carryDays * StorySignals.DayMilliseconds);
        return [.. pool.Articles.Where(article => memory.IsOpen(article.Id)
            ? !memory.IsFiltered(article.Id) || article.NewsAt > filteredFrom
            : !memory.IsClosed(article.Id) && (memory.IsFirst || article.NewsAt >= memory.From))];
    }

    /// <summary>The stories of open articles.</summary>
    /// <param name="shown">What the digest has shown of these stories: each article with its edition.</param>
    /// <param name="due">The edition.</param>
    public static IReadOnlyList<CandidateStory> Stories(StoryPool pool, IReadOnlyList<NewsArticle> open, SelectionMemory memory, ShownStories shown, LocalDateTime due)
    {
        var isOpen = open.Where(article => !shown.Has(article.Id)).Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<long>();
        var stories = new List<CandidateStory>();
        foreach (var article in open.Where(article => isOpen.Contains(article.Id) && (article.StoryId is not { } id || told.Add(id))))
        {
            var articles = pool.StoryOf(article).Select(it => new CandidateArticle(it, State(it), pool.IsNewestOfOutlet(it))).ToList();
            var since = articles.Where(it => it.State is CandidateState.Waiting).Min(it => memory.SinceOf(it.News.Id)) ?? due;
            stories.Add(new CandidateStory(article.StoryId, articles, since) { ShownBefore = shown.LastOf(article.StoryId) });
        }

        return stories;

        CandidateState State(NewsArticle article) => !isOpen.Contains(article.Id) ? CandidateState.Closed
            : memory.IsFirst && article.NewsAt < memory.From ? CandidateState.TooOld
            : CandidateState.Waiting;
    }
}
