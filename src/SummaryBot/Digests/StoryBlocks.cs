using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>The articles that editions ask for, each read once, and the blocks that show them, each made once for all editions that show the same.</summary>
internal sealed class StoryBlocks(ChatLimits limits)
{
    /// <summary>Of a story that is told by more, the newest are compared and quoted.</summary>
    private const int MaxRead = 30;

    private readonly ConditionalWeakTable<StoryBlock, StoryBlock> _pictured = [];

    private readonly ConcurrentDictionary<string, ReadArticle?> _articles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<ReadArticle?>> _leads = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Shown, string Unshown, bool IsLongAgo), Lazy<NewFact?>> _news = new();
    private readonly ConcurrentDictionary<(string Ids, string Text, SummaryLength Length), Lazy<StoryBlock>> _blocks = new();

    /// <summary>Reads articles that were not asked for yet, with what they said before they were changed.</summary>
    public async Task LoadAsync(IEnumerable<string> articleIds, ArticleStore store, CancellationToken cancellationToken)
    {
        var ids = articleIds.Where(id => !IsLoaded(id)).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var earlier = await store.EarlierTextsAsync(ids, cancellationToken);
        var stored = (await store.ReadAsync(ids, cancellationToken)).ToDictionary(it => it.Article.Id, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            _articles[id] = stored.TryGetValue(id, out var found) ? new ReadArticle(found) { EarlierTexts = [.. earlier[id]] } : null;
        }
    }

    public bool IsLoaded(string articleId) => _articles.ContainsKey(articleId);

    /// <summary>Null for an article that is not loaded, or was removed.</summary>
    public ReadArticle? Find(string articleId) => _articles.GetValueOrDefault(articleId);

    /// <summary>The articles of a story that are read.</summary>
    /// <param name="articleIds">Newest first.</param>
    public static IEnumerable<string> Read(IEnumerable<string> articleIds) => articleIds.Take(MaxRead);

    /// <summary>The article that says best what some say; null where none is there.</summary>
    public ReadArticle? Lead(IReadOnlyList<string> articleIds) => _leads.GetOrAdd(Key(articleIds), _ => new Lazy<ReadArticle?>(() =>
    {
        var articles = ArticlesOf(Read(articleIds));
        var center = articles.Count < 2 ? null : StoryCenter.Of([.. articles.Select(article => article.Candidate)]).ArticleId;
        return articles.Find(article => center is null || string.Equals(article.Article.Id, center, StringComparison.Ordinal));
    })).Value;

    /// <summary>The block with the picture of the article that it is shown by, where that has one to show.</summary>
    public StoryBlock WithPicture(StoryBlock block) => _pictured.GetValue(
        block, it => it with { Picture = StoryPictures.Of(Find(it.ArticleId ?? "")?.Picture, it.Headline) });

    /// <summary>What a story has to tell that was not told; null where there is nothing.</summary>
    /// <param name="isLongAgo">Whether any sentence will do, with a new fact or without.</param>
    public NewFact? News(IReadOnlyList<string> shown, IReadOnlyList<string> unshown, bool isLongAgo) => _news.GetOrAdd(
        (Key(shown), Key(unshown), isLongAgo),
        _ => new Lazy<NewFact?>(() => isLongAgo ? StoryNews.FindUntold(ArticlesOf(shown), ArticlesOf(Read(unshown))) : StoryNews.Find(ArticlesOf(shown), ArticlesOf(Read(unshown))))).Value;

    /// <summary>A story that was never shown. The same block for the same story, so that what is made of it later is made once too.</summary>
    /// <param name="also">The other outlets that tell it; null where there are none.</param>
    public StoryBlock Whole(IReadOnlyList<string> articleIds, SummaryLength length, string why, IReadOnlyList<string>? also, string? section, FrameWords frame) => _blocks.GetOrAdd(
        (Key(articleIds), $"{frame.Language} {Text(why, also, section)}", length),
        _ => new Lazy<StoryBlock>(() =>
        {
            var lead = Lead(articleIds)!;
            var others = ArticlesOf(Read(articleIds)).Where(article => article != lead);
            return StorySummary.Of(lead, [.. others], new StorySummaryOptions(length, limits) { Why = why, Also = also, Frame = frame }) with { Section = section };
        })).Value;

    /// <summary>What is new in a story that was shown.</summary>
    public StoryBlock Update(NewFact news, string why, IReadOnlyList<string>? also, string? section) => _blocks.GetOrAdd(
        ($"{news.Article.Article.Id}:{news.Sentence.Start}", Text(why, also, section), default),
        _ => new Lazy<StoryBlock>(() => StoryBlockWriter.WriteUpdate(news) with { Also = also, Why = why, Section = section })).Value;

    private static string Key(IEnumerable<string> ids) => string.Join(' ', ids);

    private static string Text(string why, IReadOnlyList<string>? also, string? section) => $"{why}\n{section}\n{string.Join('\n', also ?? [])}";

    private List<ReadArticle> ArticlesOf(IEnumerable<string> ids) => [.. ids.Select(Find).OfType<ReadArticle>()];
}
