using SummaryBot.Articles;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>A stored article whose sentences are read once, when they are first asked for.</summary>
public sealed class ReadArticle(StoredArticle stored)
{
    private readonly Lazy<TextReading> _reading = new(() => TextReading.Of(stored.Article.Text, stored.Article.Headline, stored.Article.Language));

    public Article Article => stored.Article;

    /// <summary>Null where it has none.</summary>
    public ArticlePicture? Picture => stored.Picture;

    public TextReading Reading => _reading.Value;

    /// <summary>As the stories know it.</summary>
    public StoryCandidate Candidate =>
        new(Article.Id, Article.Headline, Article.Text, stored.DatedAt, Article.Source?.Trim(), Article.Language);
}
