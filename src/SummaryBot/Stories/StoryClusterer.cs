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

    /// <summary>Terms of every twelfth story are no help in finding the few to look at, and are most of the work.</summary>
    private const int LeastRarity = 5 * LiveTerm.IdfUnit / 2;

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

        _window.Add(article, _window.Story(number));
        List<StoryMove> moves = [];
        var merged = Merge(stories, article, moves);
        Split(article, moves);
        return new StoryAssignment(article.Story!.Number, stories.Count == 0, merged, moves);
    }

    /// <summary>Brings together the stories that an article has shown to be one; the oldest number stays.</summary>
    private List<long> Merge(List<LiveStory> stories, LiveArticle article, List<StoryMove> moves)
    {
        var logs = _window.LogOf(article.Language);
        List<long> merged = [];
        foreach (var other in stories.Skip(1))
        {
            var own = article.Story!;
            if (StoryRule.Merges(StoryLikeness.Between(other.AsArticle(), own, logs)))
            {
                var (from, to) = own.Number < other.Number ? (other, own) : (own, other);
                Move([.. from.Articles], to, article, moves);
                merged.Add(from.Number);
            }
        }

        return merged;
    }

    private void Split(LiveArticle article, List<StoryMove> moves)
    {
        if (StorySplit.Of(article.Story!, _window.LogOf(article.Language)) is { Count: > 0 } apart)
        {
            Move(apart, _window.Story(NextStory()), article, moves);
        }
    }

    private void Move(List<LiveArticle> articles, LiveStory to, LiveArticle added, List<StoryMove> moves)
    {
        foreach (var article in articles)
        {
            if (article != added)
            {
                moves.Add(new StoryMove(article.Id, article.Story!.Number, to.Number));
            }

            _window.Move(article, to);
        }
    }

    private long NextStory() => _lastStory = _nextStory();

    /// <summary>The stories that the article tells, the surest first.</summary>
    private List<LiveStory> StoriesOf(LiveArticle article)
    {
        var (copies, furniture) = NearDuplicates.Of(article, _window);
        var logs = _window.LogOf(article.Language);
        var alike = Alike(article, logs).Select(story => (Story: story, Likeness: StoryLikeness.Between(article.Terms, story, logs)))
            .Where(pair => StoryRule.Joins(pair.Likeness, string.Equals(article.Language, pair.Story.Language, StringComparison.Ordinal)))
            .OrderByDescending(pair => pair.Likeness.Cosine).ThenBy(pair => pair.Story.Number)
            .Select(pair => pair.Story);
        return [.. copies.Select(copy => copy.Story!).Concat(alike.Except(furniture.Select(other => other.Story!))).Distinct().Where(story => IsNear(article, story))];
    }

    /// <summary>An article may come late, dated long before all that is remembered.</summary>
    private static bool IsNear(LiveArticle article, LiveStory story) => story.Articles.Min!.DatedAt - article.DatedAt <= Window;

    /// <summary>The few stories that can be alike, by the sum of products for each article.</summary>
    private static List<LiveStory> Alike(LiveArticle article, (double Known, double Unknown) logs)
    {
        List<LiveStory> touched = [];
        foreach (var (term, weight, _) in article.Terms.Where(term => term.Term.Rarity(logs.Known, logs.Unknown) >= LeastRarity))
        {
            var idf = term.Idf(logs.Known, logs.Unknown);
            var share = (long)idf * idf * weight;
            foreach (var (other, otherWeight) in term.Postings)
            {
                if (other.Story is not { } story)
                {
                    continue;
                }

                if (story.Product == 0)
                {
                    touched.Add(story);
                }

                story.Product += share * otherWeight;
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
