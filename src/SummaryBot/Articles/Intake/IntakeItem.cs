using System.Text;

namespace SummaryBot.Articles.Intake;

/// <summary>An item with all that tells which article it is.</summary>
/// <param name="Keys">What it may be known by at its source, the surest first; never empty.</param>
/// <param name="UrlKey">Its canonical address; null where it has none that names one article.</param>
/// <param name="TextId">The id that follows from its text.</param>
/// <param name="Content">A hash of what it says, whatever the white space.</param>
internal sealed record IntakeItem(IncomingArticle Incoming, IReadOnlyList<string> Keys, string? UrlKey, string TextId, string Content)
{
    private const int MaxKey = 300;
    private const int MaxCategories = 50;
    private const int MaxCategory = 200;

    public Article Article => Incoming.Article;

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>What its source is remembered to have said: with a date it says more than without, and so with an author, categories or a picture.</summary>
    public string Said { get; } = $"{Content}{(Incoming.Article.PublishedAt is null ? "-" : "")}{Extras(Incoming)}";

    /// <param name="now">Of the visit.</param>
    /// <exception cref="ArgumentException">The article has no text.</exception>
    public static IntakeItem Of(IncomingArticle incoming, DateTimeOffset now)
    {
        var seenAt = incoming.SeenAt ?? now;
        var article = Clean(incoming.Article, seenAt);
        if (string.IsNullOrWhiteSpace(article.Text))
        {
            throw new ArgumentException($"Article {article.Url} of source {incoming.SourceId} has no text.", nameof(incoming));
        }

        var url = UrlKeyOf(article.Url);
        var content = ContentOf(article.Headline, article.Text);
        var guid = incoming.Guid is { } given && !string.IsNullOrWhiteSpace(given) ? Short(Clean(given).Trim()) : null;
        var keys = new[] { guid, url is null ? null : Short(url) }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new IntakeItem(
            incoming with
            {
                Article = article,
                Guid = guid,
                Byline = Clean(incoming.Byline),
                Categories = Clean(incoming.Categories),
                Picture = ArticlePicture.Of(incoming.Picture?.Url, incoming.Picture?.Alt),
            },
            keys.Count > 0 ? keys : [$"text:{content}"],
            url,
            article.Id,
            content)
        {
            SeenAt = seenAt,
        };
    }

    /// <summary>The front page of a site is no article's address, however many feeds link to it from each item.</summary>
    public static string? UrlKeyOf(Uri? url) =>
        url is not null && CanonicalUrl.Of(url) is var canonical && canonical is not { AbsolutePath: "/", Query: "", Fragment: "" } ? canonical.AbsoluteUri : null;

    public static string ContentOf(string? headline, string text) => ArticleId.Of($"{headline}\n{text}");

    private static Article Clean(Article article, DateTimeOffset now) => new(
        Clean(article.Headline), Clean(article.Source), article.Url, article.Language, ArticleDates.Sane(article.PublishedAt, now), Clean(article.Text));

    private static string[] Clean(IReadOnlyList<string> categories) =>
    [
        .. categories.Select(it => Clean(it).ReplaceLineEndings(" ").Trim()).Where(it => it.Length is > 0 and <= MaxCategory)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxCategories),
    ];

    private static string Extras(IncomingArticle incoming)
    {
        var all = string.Join('\n', [incoming.Byline ?? "", incoming.Picture?.Url.AbsoluteUri ?? "", incoming.Picture?.Alt ?? "", .. incoming.Categories]);
        return all.AsSpan().Trim('\n').Length == 0 ? "" : $"+{ArticleId.Of(all)}";
    }

    /// <summary>NUL and halves of characters can be stored by no database.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Clean(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', ' ');

    private static string Short(string key) => key.Length <= MaxKey ? key : $"{key[..MaxKey]}#{ArticleId.Of(key)}";
}
