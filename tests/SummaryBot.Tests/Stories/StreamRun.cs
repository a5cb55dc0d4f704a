using SummaryBot.Stories;

namespace SummaryBot.Tests.Stories;

/// <summary>A clusterer with the record of where its articles are, kept as a store keeps it.</summary>
internal sealed class StreamRun
{
    private readonly StoryClusterer _clusterer;
    private long _last;

    public StreamRun(long last = 0)
    {
        _last = last;
        _clusterer = new StoryClusterer(() => ++_last);
    }

    /// <summary>The story of each article, by id.</summary>
    public Dictionary<string, long> Stories { get; } = new(StringComparer.Ordinal);

    public int Remembered => _clusterer.Count;

    public static Dictionary<string, long> Of(IEnumerable<StoryCandidate> articles)
    {
        var run = new StreamRun();
        foreach (var article in articles)
        {
            run.Add(article);
        }

        return run.Stories;
    }

    /// <summary>A run that knows of the articles only what a store tells: those of the window, by date.</summary>
    public StreamRun Restarted(IEnumerable<StoryCandidate> articles)
    {
        var all = articles.ToList();
        var newest = all.Count == 0 ? default : all.Max(article => article.DatedAt);
        var run = new StreamRun(_last);
        foreach (var article in all.Where(article => newest - article.DatedAt <= StoryClusterer.Window)
            .OrderBy(article => article.DatedAt).ThenBy(article => article.ArticleId, StringComparer.Ordinal))
        {
            run.Restore(article, Stories[article.ArticleId]);
        }

        return run;
    }

    public void Restore(StoryCandidate article, long story)
    {
        _last = Math.Max(_last, story);
        _clusterer.Restore(article, story);
        Stories[article.ArticleId] = story;
    }

    public StoryAssignment Add(StoryCandidate article)
    {
        var assignment = _clusterer.Add(article);
        Stories[article.ArticleId] = assignment.Story;
        foreach (var (id, from, to) in assignment.Moved)
        {
            Assert.Equal(from, Stories[id]);
            Stories[id] = to;
        }

        return assignment;
    }
}
