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
            DatedAt = (published is { } date && date < now ? date : now).ToUnixTimeMilliseconds(),
            Text = article.Text,
        };
    }

    public StoredArticle ToStored()
    {
        DateTimeOffset? published = PublishedAt is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(TimeSpan.FromMinutes(PublishedOffsetMinutes ?? 0))
            : null;
        var article = new Article(Headline, Source, Url is null ? null : new Uri(Url), Language, published, Text);
        return new StoredArticle(
            article, DateTimeOffset.FromUnixTimeMilliseconds(FirstSeenAt), DateTimeOffset.FromUnixTimeMilliseconds(DatedAt));
    }
}
