using SummaryBot.Articles;

namespace SummaryBot.Digests.Filters;

/// <summary>What filters read of an article, made ready once for all rules. Of one thread.</summary>
/// <remarks>An address is looked at only where a rule names the field: readers do not see it, and it may hold any word.</remarks>
public sealed class FilterText
{
    /// <summary>UTF-16 units of one field that are looked at; no article that people read is longer.</summary>
    public const int MaxText = 100_000;

    private static readonly FilterField[] Fields = [FilterField.Title, FilterField.Body, FilterField.Source, FilterField.Author, FilterField.Category, FilterField.Url];

    private readonly StoredArticle _article;
    private readonly int[] _ends = new int[(int)FilterField.Url + 1]; // the place behind each field's words
    private WordIndex? _index;

    private FilterText(StoredArticle article) => _article = article;

    public static FilterText Of(StoredArticle article) => new(article);

    /// <summary>Whether a field holds the words in a row, whatever their case and accents. No words are found nowhere.</summary>
    public bool Has(FilterField field, string words) => Has(field, FilterWords.Of(words));

    /// <inheritdoc cref="Has(FilterField, string)"/>
    public bool Has(FilterField field, FilterWords words) => Count(field, words, most: 1) > 0;

    /// <summary>How often a field holds the words, counted up to a limit.</summary>
    public int Count(FilterField field, FilterWords words, int most)
    {
        var index = _index ??= Read();
        return field is FilterField.Any
            ? index.Count(words, 0, _ends[(int)FilterField.Category], most)
            : index.Count(words, _ends[(int)field - 1], _ends[(int)field], most);
    }

    /// <summary>The texts of a field; none where the article has none.</summary>
    public IEnumerable<string> Texts(FilterField field) =>
        field is FilterField.Any ? Fields.Where(it => it is not FilterField.Url).SelectMany(TextsOf) : TextsOf(field);

    private IEnumerable<string> TextsOf(FilterField field)
    {
        var article = _article.Article;
        var single = field switch
        {
            FilterField.Title => article.Headline,
            FilterField.Body => article.Text,
            FilterField.Source => article.Source,
            FilterField.Author => _article.Byline,
            FilterField.Url => article.Url is { } url ? Uri.UnescapeDataString(url.AbsoluteUri) : null,
            _ => null,
        };
        var texts = single is not null ? [single] : field is FilterField.Category ? _article.Categories : [];
        return texts.Select(text => text.Length > MaxText ? text[..MaxText] : text);
    }

    private WordIndex Read()
    {
        var index = new WordIndex();
        foreach (var field in Fields)
        {
            foreach (var text in TextsOf(field))
            {
                index.Add(text);
            }

            _ends[(int)field] = index.End;
        }

        return index;
    }
}
