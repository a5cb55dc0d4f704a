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

    private readonly ConcurrentDictionary<(string Id, SummaryLength Length), StoryBlock> _blocks = new();

    public StoryBlock Of(SelectedStory story, SummaryLength length)
    {
        var block = _blocks.GetOrAdd((story.ArticleId, length), asked => StoryBlockWriter.Write(_articles[asked.Id], asked.Length));
        return block with { Why = story.Why };
    }
}
