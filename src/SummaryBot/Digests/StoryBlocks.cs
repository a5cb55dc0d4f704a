using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Articles as blocks to show, each summarized once per length.</summary>
internal sealed class StoryBlocks(IEnumerable<StoredArticle> articles)
{
    private readonly Dictionary<string, Article> _articles =
        articles.ToDictionary(stored => stored.Article.Id, stored => stored.Article, StringComparer.Ordinal);

    private readonly Dictionary<(string Id, SummaryLength Length), StoryBlock> _blocks = [];

    public StoryBlock Of(SelectedStory story, SummaryLength length)
    {
        if (!_blocks.TryGetValue((story.ArticleId, length), out var block))
        {
            _blocks[(story.ArticleId, length)] = block = StoryBlockWriter.Write(_articles[story.ArticleId], length);
        }

        return block with { Why = story.Why };
    }
}
