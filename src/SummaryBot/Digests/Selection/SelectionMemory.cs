using NodaTime;

namespace SummaryBot.Digests.Selection;

/// <summary>What a digest remembers of the editions before.</summary>
public sealed class SelectionMemory
{
    /// <summary>An article may be stored later than it was seen, or the clock be set back: so far behind its last edition a digest looks for what it has not judged.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(2);

    private readonly SelectionRecord? _last;
    private readonly HashSet<string> _closed;
    private readonly Dictionary<string, (StoryVerdict Story, Verdict Verdict)> _open;

    private SelectionMemory(SelectionRecord? last, long beganAt)
    {
        _last = last;
        From = (last?.DueAt ?? beganAt) - (long)Margin.TotalMilliseconds;
        _open = new Dictionary<string, (StoryVerdict, Verdict)>(StringComparer.Ordinal);
        _closed = (last?.Closed ?? []).SelectMany(it => it.Ids).ToHashSet(StringComparer.Ordinal);
        foreach (var story in last?.Stories ?? [])
        {
            foreach (var article in story.Articles)
            {
                if (article.Verdict is Verdict.Carried or Verdict.Capped or Verdict.Filtered)
                {
                    _open[article.ArticleId] = (story, article.Verdict);
                }
                else
                {
                    _closed.Add(article.ArticleId);
                }
            }
        }
    }

    /// <summary>What became news since then is a candidate, in UTC milliseconds since 1970.</summary>
    public long From { get; }

    /// <summary>Whether there was no edition before that chose.</summary>
    public bool IsFirst => _last is null;

    /// <param name="beganAt">When the digest began, in UTC milliseconds since 1970; its first edition looks back two days more.</param>
    public static SelectionMemory First(long beganAt) => new(null, beganAt);

    public static SelectionMemory Of(SelectionRecord last) => new(last, 0);

    /// <summary>Whether an earlier edition was done with it.</summary>
    public bool IsClosed(string articleId) => _closed.Contains(articleId);

    /// <summary>Whether the last edition left it for the next one.</summary>
    public bool IsOpen(string articleId) => _open.ContainsKey(articleId);

    /// <summary>Whether a filter kept it out of the last edition.</summary>
    public bool IsFiltered(string articleId) => _open.TryGetValue(articleId, out var it) && it.Verdict is Verdict.Filtered;

    /// <summary>The edition in which an article that was kept for this one was a candidate first; null for another.</summary>
    public LocalDateTime? SinceOf(string articleId) => _open.TryGetValue(articleId, out var it) && it.Verdict is not Verdict.Filtered ? Due.ParseLocal(it.Story.Since) : null;

    /// <summary>Stories that were kept for this edition, and whose articles are there no more.</summary>
    /// <param name="isThere">Whether the digest can see an article still.</param>
    public IEnumerable<StoryVerdict> Lost(Due due, Func<string, bool> isThere)
    {
        foreach (var story in (_last?.Stories ?? []).Where(story => story.Articles.Any(IsKept)))
        {
            var lost = story.Articles.Where(it => IsKept(it) && !isThere(it.ArticleId)).ToList();
            if (lost.Count > 0)
            {
                var reason = $"given up on {due.DayText}: it can be seen no more";
                yield return new StoryVerdict(story.StoryId, Verdict.Expired, reason, [.. lost.Select(it => new ArticleVerdict(it.ArticleId, Verdict.Expired, reason))], story.Since);
            }
        }

        static bool IsKept(ArticleVerdict article) => article.Verdict is Verdict.Carried or Verdict.Capped;
    }

    /// <summary>The record of an edition with what the next ones have to remember beside it.</summary>
    public SelectionRecord Remember(SelectionRecord record)
    {
        var oldest = record.DueAt - (long)Margin.TotalMilliseconds;
        var judged = record.Stories.SelectMany(story => story.Articles).Select(article => article.ArticleId).ToHashSet(StringComparer.Ordinal);
        var before = (_last?.Stories ?? []).SelectMany(story => story.Articles).Select(article => article.ArticleId).Where(id => !judged.Contains(id));
        var closed = (_last?.Closed ?? []).Append(new ClosedArticles(_last?.DueAt ?? 0, [.. before]));
        return record with { Closed = [.. closed.Where(it => it.DueAt >= oldest && it.Ids.Count > 0)] };
    }
}
