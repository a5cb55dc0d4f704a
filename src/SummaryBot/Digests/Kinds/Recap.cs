using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Kinds;

/// <summary>Chooses the top stories of what digests have shown.</summary>
public static class Recap
{
    /// <param name="editions">As they stand in their channels, the oldest first.</param>
    /// <param name="stories">The story of each shown article; one that is not there is a story of its own.</param>
    /// <param name="articles">All articles of the stories that the editions have shown, with their outlets.</param>
    /// <returns>The most told first: by outlets, then by articles, then those shown last. Each story once, however often and under however many numbers it was shown.</returns>
    public static IReadOnlyList<RecapStory> Of(
        IReadOnlyList<SentEdition> editions, IReadOnlyDictionary<string, long> stories, IReadOnlyList<(string ArticleId, string? Source)> articles)
    {
        var told = articles.ToLookup(it => Key(it.ArticleId, stories), StringComparer.Ordinal);
        return [.. editions.SelectMany(edition => edition.Message.Stories.Select(block => (Edition: edition, Block: block)))
            .Where(it => it.Block.ArticleId is not null && !it.Block.IsWithdrawn)
            .GroupBy(it => Key(it.Block.ArticleId!, stories), StringComparer.Ordinal)
            .Select(story => new RecapStory([.. story], [.. told[story.Key]]))
            .OrderByDescending(story => story.Outlets.Count)
            .ThenByDescending(story => story.ArticleCount)
            .ThenByDescending(story => story.LastShownAt)
            .ThenBy(story => story.Block.ArticleId, StringComparer.Ordinal)];
    }

    private static string Key(string articleId, IReadOnlyDictionary<string, long> stories) =>
        stories.TryGetValue(articleId, out var story) ? $"story {story}" : articleId;
}

/// <summary>A story of a recap.</summary>
/// <param name="shown">Where it was shown, the oldest first; one or more.</param>
/// <param name="articles">Its articles that the editions have shown.</param>
public sealed class RecapStory(IReadOnlyList<(SentEdition Edition, StoryBlock Block)> shown, IReadOnlyList<(string ArticleId, string? Source)> articles)
{
    /// <summary>The latest that tells the story whole; what an update says stands on what was said before.</summary>
    private readonly (SentEdition Edition, StoryBlock Block) _best = shown.Where(it => !it.Block.IsUpdate).DefaultIfEmpty(shown[^1]).Last();

    public StoryBlock Block => _best.Block;

    public IReadOnlyList<string> Outlets { get; } = Stories.Outlets.Distinct(shown.SelectMany(it => it.Block.Outlets).Concat(articles.Select(it => it.Source)));

    /// <summary>The articles of it that were shown, each once, the one that tells it first.</summary>
    public IReadOnlyList<string> ArticleIds =>
        [.. shown.Select(it => it.Block.ArticleId).OfType<string>().Prepend(Block.ArticleId!).Concat(articles.Select(it => it.ArticleId)).Distinct(StringComparer.Ordinal)];

    public int ArticleCount { get; } = Math.Max(1, articles.Select(it => it.ArticleId).Distinct(StringComparer.Ordinal).Count());

    public long LastShownAt { get; } = shown.Max(it => it.Edition.DueAt);

    /// <summary>As the recap shows it: with a link to the message that it is from, and no mark of that message's own.</summary>
    /// <param name="frame">In whose words.</param>
    public StoryBlock ToBlock(FrameWords frame) => Block with
    {
        IsUpdate = false,
        Section = null,
        Also = Others is { Count: > 0 } others ? others : null,
        Earlier = new EarlierMessage(frame.Day(DueOf(_best.Edition).Local), _best.Edition.Link),
        Why = frame.Plain("shownOn", ("days", Days(frame)), ("sources", frame.Plain("sources", ("count", Outlets.Count)))),
    };

    private List<string> Others =>
        [.. Outlets.Where(outlet => !Stories.Outlets.AreSame(outlet, Block.Source)).Select(outlet => WordCut.To(outlet, Excerpt.MaxSource))];

    /// <summary><c>Tue and Thu</c>, <c>Mon, Tue and Thu</c>.</summary>
    private string Days(FrameWords frame) =>
        frame.Listed([.. shown.Select(it => DueOf(it.Edition).Local).Order().Select(frame.Weekday).Distinct(StringComparer.Ordinal)]);

    private static Due DueOf(SentEdition edition) => Due.Parse(edition.DueLocal, edition.DueAt);
}
