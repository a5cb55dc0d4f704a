using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Commands.News;

/// <summary>The newest articles, and those that hold certain words.</summary>
internal sealed class NewsArticles(NewsTopics topics, ArticleSearch search)
{
    /// <summary>Who wants more narrows it down.</summary>
    private const int Most = 100;

    public async Task<NewsList> LatestAsync(CommandCall call, NewsQuery query, CancellationToken cancellationToken)
    {
        var found = await topics.FindAsync(call, Asked(call, query, TimeSpan.FromHours(query.Span)), query.Topic, cancellationToken);
        var title = call.Words.Of("news.latest.title", ("hours", query.Span));
        string[] narrowed = [.. new[] { query.Source, query.Topic }.OfType<string>()];
        return List(call.Words, narrowed.Length == 0 ? title : call.Words.Of("news.latest.of", ("title", title), ("narrowed", string.Join(" · ", narrowed))), found, "latest");
    }

    /// <summary>The best first.</summary>
    public async Task<NewsList> SearchAsync(CommandCall call, NewsQuery query, CancellationToken cancellationToken)
    {
        var found = await search.FindAsync(Asked(call, query, TimeSpan.FromDays(query.Span)) with { Words = query.Words! }, cancellationToken);
        var title = call.Words.Of("news.search.title", ("words", query.Words), ("days", query.Span));
        return List(call.Words, query.Source is null ? title : call.Words.Of("news.latest.of", ("title", title), ("narrowed", query.Source)), found, "search");
    }

    private static ArticleQuery Asked(CommandCall call, NewsQuery query, TimeSpan span)
    {
        var until = DateTimeOffset.FromUnixTimeMilliseconds(query.Until);
        return new ArticleQuery("", Most) { Guild = call.Guild, SourceId = query.SourceId, From = until - span, Until = until };
    }

    private static NewsList List(Words words, ReplyText title, IEnumerable<StoredArticle> found, string kind)
    {
        NewsLine[] lines = [.. found.Where(it => it.GoneAt is null).Select((it, i) => ArticleEntry.Of(i + 1, it, words))];
        return lines.Length == 0
            ? new NewsList(title, [], ReplyText.Join(" ", [words.Of($"news.{kind}.none"), words.Of($"news.{kind}.noneHint")]))
            : new NewsList(title, lines, lines.Length < Most ? null : words.Of("news.most", ("count", Most)));
    }
}
