namespace SummaryBot.Stories;

/// <summary>Puts articles that tell one story together, one by one as they come.</summary>
/// <remarks>
/// Copies of a text join at once. Otherwise the cosine of TF-IDF vectors to the sum of a story's articles decides, with the headline's words weighing more
/// and with names and other words each asked to agree, within a sliding window. Wrong merges hurt a digest more than splits, so it splits when in doubt.
/// The state is a function of the window's articles and their stories: after <see cref="Restore"/> of those it goes on as if it had never stopped.
/// After J. Allan et al., "Topic detection and tracking pilot study", 1998.
/// </remarks>
public sealed class StoryClusterer
{
    private const int MostLooked = 8;

    private readonly StoryWindow _window = new();
    private readonly Func<long> _nextStory;
    private long _lastStory;

    /// <param name="nextStory">Gives a number that no story has had; 1, 2, 3 and so on unless told.</param>
    public StoryClusterer(Func<long>? nextStory = null) => _nextStory = nextStory ?? (() => _lastStory + 1);

    /// <summary>How long after the newest article an article is remembered: what comes later starts a new story.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(5);

    /// <summary>How many articles are remembered.</summary>
    public int Count => _window.Count;

    /// <summary>Takes in an article whose story is known, as at start.</summary>
    public void Restore(StoryCandidate candidate, long story)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        _lastStory = Math.Max(_lastStory, story);
        if (_window.Find(candidate.ArticleId) is { } earlier)
        {
            _window.Remove(earlier);
        }

        if (_window.Covers(candidate.DatedAt))
        {
            _window.MoveTo(candidate.DatedAt);
            _window.Add(_window.Read(candidate), _window.Story(story));
        }
    }

    /// <summary>Finds the story of an article. One that is known already keeps its story and is read anew.</summary>
    public StoryAssignment Add(StoryCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (_window.Find(candidate.ArticleId)?.Story is { } kept)
        {
            Restore(candidate, kept.Number);
            return new StoryAssignment(kept.Number, IsNew: false, [], []);
        }

        var covers = _window.Covers(candidate.DatedAt);
        _window.MoveTo(candidate.DatedAt);
        var article = _window.Read(candidate);
        var stories = StoriesOf(article);
        var number = stories.Count > 0 ? stories[0].Number : NextStory();
        if (!covers)
        {
            _window.Discard(article);
            return new StoryAssignment(number, stories.Count == 0, [], []);
        }

        List<StoryMove> moves = [];
        _window.Add(article, _window.Story(number));
        return new StoryAssignment(number, stories.Count == 0, [], moves);
    }

    private long NextStory() => _lastStory = _nextStory();

    /// <summary>The stories that the article tells, the surest first.</summary>
    private List<LiveStory> StoriesOf(LiveArticle article)
    {
        if (NearDuplicates.Of(article, _window) is { Count: > 0 } copies)
        {
            return [.. copies.Select(copy => copy.Story!).Distinct()];
        }

        var logs = _window.LogOf(article.Language);
        return
        [
            .. Alike(article, logs).Select(story => (Story: story, Likeness: StoryLikeness.Between(article, story, logs)))
                .Where(pair => StoryRule.Joins(article, pair.Story, pair.Likeness))
                .OrderByDescending(pair => pair.Likeness.Cosine).ThenBy(pair => pair.Story.Number)
                .Select(pair => pair.Story),
        ];
    }

    /// <summary>The few stories that can be alike, by the sum of products for each article.</summary>
    private static List<LiveStory> Alike(LiveArticle article, (double Known, double Unknown) logs)
    {
        HashSet<LiveStory> touched = [];
        foreach (var (term, weight, _) in article.Terms)
        {
            var idf = term.Idf(logs.Known, logs.Unknown);
            foreach (var (other, otherWeight) in term.Postings)
            {
                touched.Add(other.Story!);
                other.Story!.Product += (long)idf * idf * weight * otherWeight;
            }
        }

        var best = touched.OrderByDescending(story => story.Product / Math.Sqrt(story.Articles.Count)).ThenBy(story => story.Number).Take(MostLooked).ToList();
        foreach (var story in touched)
        {
            story.Product = 0;
        }

        return best;
    }
}
