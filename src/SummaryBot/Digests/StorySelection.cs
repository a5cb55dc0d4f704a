using SummaryBot.Stories;

namespace SummaryBot.Digests;

/// <summary>What one edition chooses among: the newest stories of its pool that the digest has not shown, and those shown that may have become news again.</summary>
/// <param name="Candidates">In the order to show; enough of them, whatever becomes of those that were shown before.</param>
/// <param name="NewCount">How many stories of the whole pool the digest has not shown.</param>
public sealed record StorySelection(IReadOnlyList<StoryCandidacy> Candidates, int NewCount, int MaxStories)
{
    /// <param name="shown">Those articles of the pool that the digest has shown.</param>
    public static StorySelection Of(StoryPool pool, IReadOnlySet<string> shown, int maxStories)
    {
        var candidates = new List<StoryCandidacy>();
        var newCount = 0;
        foreach (var story in pool.Stories)
        {
            var isNew = !story.ArticleIds.Any(shown.Contains);
            var unshown = isNew || newCount >= maxStories ? story.ArticleIds : [.. story.ArticleIds.Where(id => !shown.Contains(id))];
            if (newCount < maxStories && unshown.Count > 0)
            {
                candidates.Add(new StoryCandidacy(story, unshown));
            }

            newCount += isNew ? 1 : 0;
        }

        return new StorySelection(candidates, newCount, maxStories);
    }

    /// <summary>Chooses, once the texts of the candidates are there.</summary>
    /// <param name="canShow">Whether there is something to show: a story that was shown before must have become news again.</param>
    public SelectedStories Select(Func<StoryCandidacy, bool> canShow)
    {
        var selected = Candidates.Where(canShow).Take(MaxStories).ToList();
        return new SelectedStories(selected, NewCount - selected.Count(candidate => candidate.IsNew));
    }
}

/// <summary>A story that a digest may show.</summary>
/// <param name="Unshown">Its articles that the digest has not shown, newest first; one or more.</param>
public sealed record StoryCandidacy(PoolStory Story, IReadOnlyList<string> Unshown)
{
    /// <summary>Whether the digest has shown none of it.</summary>
    public bool IsNew => Unshown.Count == Story.ArticleIds.Count;
}

/// <param name="Stories">In the order to show.</param>
/// <param name="KeptCount">How many more there were that the digest has not shown.</param>
public sealed record SelectedStories(IReadOnlyList<StoryCandidacy> Stories, int KeptCount);
