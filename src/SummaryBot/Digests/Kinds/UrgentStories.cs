using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests.Kinds;

/// <summary>The stories of urgent articles, read and summarized once for all digests that post them.</summary>
internal sealed class UrgentStories
{
    /// <summary>Of a story that is told by more, the newest are read.</summary>
    public const int MaxArticles = 30;

    private readonly Dictionary<string, string> _keys;
    private readonly ILookup<string, UrgentArticle> _articles;
    private readonly Dictionary<string, ReadArticle> _read;
    private readonly Dictionary<(string Articles, SummaryLength Length, string? Why, FrameWords Frame), StoryBlock> _blocks = [];
    private readonly ChatLimits _limits;

    /// <param name="keys">The key of its story, by article.</param>
    /// <param name="articles">All articles of those stories, by the stories' keys; newest first.</param>
    /// <param name="limits">What texts cost where they are posted.</param>
    public UrgentStories(Dictionary<string, string> keys, ILookup<string, UrgentArticle> articles, ChatLimits limits)
    {
        (_keys, _articles, _limits) = (keys, articles, limits);
        _read = articles.SelectMany(story => story).ToDictionary(it => it.Stored.Article.Id, it => new ReadArticle(it.Stored), StringComparer.Ordinal);
    }

    public IEnumerable<string> ArticleIds => _read.Keys;

    /// <summary>The key of an article's story; null where the article is stored no more.</summary>
    public string? KeyOf(string articleId) => _keys.GetValueOrDefault(articleId);

    /// <summary>The number of an article's story; null where it has none.</summary>
    public long? IdOf(string articleId) => KeyOf(articleId)?.Split(' ') is [_, var number] ? long.Parse(number, CultureInfo.InvariantCulture) : null;

    public UrgentArticle? Find(string articleId) => KeyOf(articleId) is { } key ? _articles[key].FirstOrDefault(it => string.Equals(it.Stored.Article.Id, articleId, StringComparison.Ordinal)) : null;

    /// <summary>The articles of a story that a server sees, newest first.</summary>
    public IReadOnlyList<string> Seen(string key, Sight sight) =>
        [.. _articles[key].Where(it => it.Stored.GoneAt is null && sight.NewsAt(it) is not null).Take(MaxArticles).Select(it => it.Stored.Article.Id)];

    public StoryBlock Block(IReadOnlyList<string> articleIds, SummaryLength length, string? why, FrameWords frame)
    {
        var key = (string.Join(' ', articleIds), length, why, frame);
        return _blocks.TryGetValue(key, out var known) ? known : _blocks[key] = Write(articleIds, length, why, frame);
    }

    private StoryBlock Write(IReadOnlyList<string> articleIds, SummaryLength length, string? why, FrameWords frame)
    {
        var articles = articleIds.Select(id => _read[id]).ToList();
        var center = StoryCenter.Of([.. articles.Select(article => article.Candidate)]).ArticleId;
        var lead = articles.Find(article => string.Equals(article.Article.Id, center, StringComparison.Ordinal))!;
        var outlets = Outlets.Distinct(articles.Select(article => article.Article.Source)).Count;
        var reasons = new[] { outlets > 1 ? frame.Plain("sources", ("count", outlets)) : null, why }.OfType<string>().ToList();
        return StorySummary.Of(
            lead, [.. articles.Where(article => article != lead)], new StorySummaryOptions(length, _limits) { Why = reasons.Count == 0 ? null : string.Join(" · ", reasons), Frame = frame });
    }
}
