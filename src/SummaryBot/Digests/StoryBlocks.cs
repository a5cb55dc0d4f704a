using System.Collections.Concurrent;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Articles as blocks to show, each summarized once per length.</summary>
internal sealed class StoryBlocks(IEnumerable<StoredArticle> articles)
{
    private readonly Dictionary<string, Article> _articles =
        articles.ToDictionary(stored => stored.Article.Id, stored => stored.Article, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(SelectedStory Story, SummaryLength Length), StoryBlock> _blocks = new();

    /// <summary>The same block for the same story, so that what is made of it later is made once too.</summary>
    public StoryBlock Of(SelectedStory story, SummaryLength length) => _blocks.GetOrAdd(
        (story, length), asked => StoryBlockWriter.Write(_articles[asked.Story.ArticleId], asked.Length) with { Why = asked.Story.Why });
}
