using SummaryBot.Articles;

namespace SummaryBot.Digests.Filters;

/// <summary>What filters read of an article, made ready once for all rules.</summary>
public sealed class FilterText
{
    private readonly StoredArticle _article;

    private FilterText(StoredArticle article) => _article = article;

    public static FilterText Of(StoredArticle article) => new(article);

    /// <summary>Whether a field holds the words in a row, whatever their case and accents.</summary>
    public bool Has(FilterField field, string words) => Texts(field).Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>The texts of a field; none where the article has none.</summary>
    public IEnumerable<string> Texts(FilterField field)
    {
        var article = _article.Article;
        return new[]
        {
            field is FilterField.Any or FilterField.Title ? article.Headline : null,
            field is FilterField.Any or FilterField.Body ? article.Text : null,
            field is FilterField.Any or FilterField.Source ? article.Source : null,
            field is FilterField.Any or FilterField.Author ? _article.Byline : null,
            field is FilterField.Url ? article.Url?.AbsoluteUri : null,
        }.OfType<string>().Concat(field is FilterField.Any or FilterField.Category ? _article.Categories : []);
    }
}
