using System.Text.Json;

namespace SummaryBot.Articles;

internal sealed class ArticleRow
{
    public string? Id { get; init; }

    public string? Headline { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public long? PublishedAt { get; init; }

    public int? PublishedOffsetMinutes { get; init; }

    public long FirstSeenAt { get; init; }

    public long DatedAt { get; init; }

    public long Version { get; init; } = 1;

    public string? Byline { get; init; }

    public bool TeaserOnly { get; init; }

    public long? GoneAt { get; init; }

    /// <summary>A JSON list; null where there are none.</summary>
    public string? Categories { get; init; }

    public string? PictureUrl { get; init; }

    public string? PictureAlt { get; init; }

    /// <summary>Percent; the strictest of whoever reads its sources.</summary>
    public int? QuoteShare { get; init; }

    public string? UrlKey { get; init; }

    public string? TextId { get; init; }

    public required string Text { get; init; }

    public static ArticleRow Of(Article article, DateTimeOffset now)
    {
        var published = article.PublishedAt;
        return new ArticleRow
        {
            Id = article.Id,
            Headline = article.Headline,
            Source = article.Source,
            Url = article.Url?.AbsoluteUri,
            Language = article.Language,
            PublishedAt = published?.ToUnixTimeMilliseconds(),
            PublishedOffsetMinutes = (int?)published?.Offset.TotalMinutes,
            FirstSeenAt = now.ToUnixTimeMilliseconds(),
            DatedAt = ArticleDates.Dated(published, now).ToUnixTimeMilliseconds(),
            UrlKey = article.Url is { } url ? CanonicalUrl.Of(url).AbsoluteUri : null,
            TextId = ArticleId.Of(article.Text),
            Text = article.Text,
        };
    }

    public StoredArticle ToStored()
    {
        DateTimeOffset? published = PublishedAt is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(TimeSpan.FromMinutes(PublishedOffsetMinutes ?? 0))
            : null;
        var article = new Article(Headline, Source, Url is null ? null : new Uri(Url), Language, published, Text) { Id = Id!, QuoteShare = QuoteShare };
        return new StoredArticle(article, DateTimeOffset.FromUnixTimeMilliseconds(FirstSeenAt), DateTimeOffset.FromUnixTimeMilliseconds(DatedAt))
        {
            Version = Version,
            Byline = Byline,
            TeaserOnly = TeaserOnly,
            GoneAt = GoneAt is { } gone ? DateTimeOffset.FromUnixTimeMilliseconds(gone) : null,
            Categories = Categories is null ? [] : JsonSerializer.Deserialize<string[]>(Categories)!,
            Picture = PictureUrl is null ? null : new ArticlePicture(new Uri(PictureUrl), PictureAlt),
        };
    }
}
