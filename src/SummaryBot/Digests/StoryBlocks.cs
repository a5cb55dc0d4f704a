using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Stories as blocks to show, each made once for all editions that show the same of it.</summary>
internal sealed class StoryBlocks(ChatLimits limits)
{
    private readonly ConcurrentDictionary<string, ReadArticle> _articles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PoolStory, ReadArticle> _leads = new();
    private readonly ConcurrentDictionary<(PoolStory Story, string Unshown), NewFact?> _news = new();
    private readonly ConditionalWeakTable<StoryBlock, StoryBlock> _pictured = [];
    private readonly ConcurrentDictionary<(PoolStory Story, ReadSentence? News, SummaryLength Length), StoryBlock> _blocks = new();

    /// <summary>Reads the articles of stories that are not there yet.</summary>
    public async Task LoadAsync(IEnumerable<StoryCandidacy> stories, ArticleStore store, CancellationToken cancellationToken)
    {
        var ids = stories.Select(it => it.Story).Distinct().SelectMany(story => story.ArticleIds).Where(id => !_articles.ContainsKey(id)).ToList();
        foreach (var stored in ids.Count == 0 ? [] : await store.ReadAsync(ids, cancellationToken))
        {
            _articles[stored.Article.Id] = new ReadArticle(stored);
        }
    }

    /// <summary>Whether there is something to show of a story: its articles may have been removed meanwhile.</summary>
    public bool CanShow(StoryCandidacy story) => story.IsNew ? Of(story.Story.ArticleIds).Count > 0 : News(story) is not null;

    /// <summary>The same block for the same story, so that what is made of it later is made once too.</summary>
    public StoryBlock Of(StoryCandidacy story, SummaryLength length)
    {
        var news = story.IsNew ? null : News(story);
        return _blocks.GetOrAdd((story.Story, news?.Sentence, length), asked => news is null ? Whole(asked.Story, asked.Length) : Update(asked.Story, news));
    }

    /// <summary>The block with the picture of the article that it is shown by, where that has one to show.</summary>
    public StoryBlock WithPicture(StoryBlock block) => _pictured.GetValue(
        block, it => it with { Picture = StoryPictures.Of(_articles.GetValueOrDefault(it.ArticleId ?? "")?.Picture, it.Headline) });

    private NewFact? News(StoryCandidacy story) => _news.GetOrAdd(
        (story.Story, string.Join(' ', story.Unshown)),
        _ => StoryNews.Find(Of(story.Story.ArticleIds.Except(story.Unshown, StringComparer.Ordinal)), Of(story.Unshown)));

    private StoryBlock Whole(PoolStory story, SummaryLength length)
    {
        var lead = _leads.GetOrAdd(story, Lead);
        var articles = Of(story.ArticleIds);
        var why = Sources(articles) ?? (story.NewestFrom is { } outlet ? $"newest from {outlet}" : null);
        return StorySummary.Of(lead, [.. articles.Where(article => article != lead)], new StorySummaryOptions(length, limits) { Why = why });
    }

    private StoryBlock Update(PoolStory story, NewFact news)
    {
        var source = news.Article.Article.Source;
        var articles = Of(story.ArticleIds);
        var others = articles.Where(article => !Outlets.AreSame(article.Article.Source, source));
        return StoryBlockWriter.WriteUpdate(news) with { Also = StorySummary.Names(others), Why = Sources(articles) ?? "update" };
    }

    /// <summary>The strongest reason to show a story; null where fewer than two outlets tell it.</summary>
    private static string? Sources(IEnumerable<ReadArticle> articles) =>
        Outlets.Distinct(articles.Select(article => article.Article.Source)) is { Count: > 1 } outlets ? $"{outlets.Count} sources" : null;

    private ReadArticle Lead(PoolStory story)
    {
        var articles = Of(story.ArticleIds);
        var center = articles.Count == 1 ? null : StoryCenter.Of([.. articles.Select(article => article.Candidate)]).ArticleId;
        return articles.Find(article => center is null || string.Equals(article.Article.Id, center, StringComparison.Ordinal))!;
    }

    private List<ReadArticle> Of(IEnumerable<string> ids) => [.. ids.Select(id => _articles.GetValueOrDefault(id)).OfType<ReadArticle>()];
}
