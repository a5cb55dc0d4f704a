using SummaryBot.Articles;
using SummaryBot.Digests.Filters;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>A stored article whose sentences are read once, when they are first asked for.</summary>
public sealed class ReadArticle(StoredArticle stored)
{
    private readonly Lazy<TextReading> _reading = new(() => TextReading.Of(stored.Article.Text, stored.Article.Headline, stored.Article.Language));
    private readonly Lazy<FilterText> _filterText = new(() => FilterText.Of(stored));

    /// <summary>What it said before it was changed.</summary>
    public IReadOnlyList<string> EarlierTexts { get; init; } = [];

    public StoredArticle Stored => stored;

    public Article Article => stored.Article;

    public TextReading Reading => _reading.Value;

    /// <summary>All that it has ever said.</summary>
    public IEnumerable<TextReading> Readings => EarlierTexts.Select(text => TextReading.Of(text, Article.Headline, Article.Language)).Prepend(Reading);

    /// <summary>As filters read it.</summary>
    public FilterText FilterText => _filterText.Value;

    /// <summary>As the stories know it.</summary>
    public StoryCandidate Candidate =>
        new(Article.Id, Article.Headline, Article.Text, stored.DatedAt, Article.Source?.Trim(), Article.Language);
}
