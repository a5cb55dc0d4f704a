using System.Text.Json;

namespace SummaryBot.Articles.Intake;

/// <summary>A stored article, or one about to be stored, while items are compared with it.</summary>
internal sealed class IntakeArticle
{
    public long? Seq { get; init; } // null until it is stored

    public required string Id { get; init; }

    public string? Headline { get; set; }

    public string? Source { get; init; }

    public string? Url { get; set; }

    public string? UrlKey { get; set; }

    public string? Language { get; set; }

    public string? Byline { get; set; }

    public bool TeaserOnly { get; set; }

    /// <summary>A JSON list; null where there are none.</summary>
    public string? Categories { get; set; }

    public string? PictureUrl { get; set; }

    public string? PictureAlt { get; set; }

    public long? PublishedAt { get; set; }

    public int? PublishedOffsetMinutes { get; set; }

    public required long FirstSeenAt { get; init; }

    public required long DatedAt { get; set; }

    public long? ChangedAt { get; set; }

    public long Version { get; set; } = 1;

    public required string TextId { get; set; }

    public required string Text { get; set; }

    /// <summary>Whether anything is to be written.</summary>
    public bool IsChanged { get; set; }

    public string Content => IntakeItem.ContentOf(Headline, Text);

    public static IntakeArticle Of(IntakeItem item, string id)
    {
        var article = new IntakeArticle
        {
            Id = id,
            Headline = item.Article.Headline,
            Source = item.Article.Source,
            Url = item.Article.Url?.AbsoluteUri,
            UrlKey = item.UrlKey,
            Language = item.Article.Language,
            TeaserOnly = item.Incoming.TeaserOnly,
            FirstSeenAt = item.SeenAt.ToUnixTimeMilliseconds(),
            DatedAt = item.SeenAt.ToUnixTimeMilliseconds(),
            TextId = item.TextId,
            Text = item.Article.Text,
        };
        article.Date(item.Article.PublishedAt);
        article.Describe(item, isItsSource: true);
        return article;
    }

    /// <summary>Takes what an item says beside its text. That makes no new version; what an item does not say stays.</summary>
    /// <param name="isItsSource">Whether it may say otherwise than before; another source only fills gaps.</param>
    public void Describe(IntakeItem item, bool isItsSource)
    {
        var (incoming, before) = (item.Incoming, (Byline, Categories, PictureUrl, PictureAlt));
        if (incoming.Byline is { } byline && (isItsSource || Byline is null))
        {
            Byline = byline;
        }

        if (incoming.Categories.Count > 0 && (isItsSource || Categories is null))
        {
            Categories = JsonSerializer.Serialize(incoming.Categories);
        }

        if (incoming.Picture is { } picture && (isItsSource || PictureUrl is null))
        {
            (PictureUrl, PictureAlt) = (picture.Url.AbsoluteUri, picture.Alt);
        }

        IsChanged |= before != (Byline, Categories, PictureUrl, PictureAlt);
    }

    /// <summary>Takes a date where there is none yet: the first one stays.</summary>
    public void Date(DateTimeOffset? published)
    {
        if (PublishedAt is null && published is { } date)
        {
            PublishedAt = date.ToUnixTimeMilliseconds();
            PublishedOffsetMinutes = (int)date.Offset.TotalMinutes;
            DatedAt = Math.Min(PublishedAt.Value, FirstSeenAt);
            IsChanged = true;
        }
    }

    public void Change(IntakeItem item)
    {
        (Headline, Text, TextId) = (item.Article.Headline, item.Article.Text, item.TextId);
        Language = item.Article.Language ?? Language;
        (TeaserOnly, Version, ChangedAt, IsChanged) = (item.Incoming.TeaserOnly, Version + 1, item.SeenAt.ToUnixTimeMilliseconds(), true);
        if (item.UrlKey is not null && !string.Equals(UrlKey, item.UrlKey, StringComparison.Ordinal))
        {
            (Url, UrlKey) = (item.Article.Url!.AbsoluteUri, item.UrlKey);
        }
    }
}

/// <summary>A row of <c>article_sources</c>.</summary>
internal sealed record IntakeSource(long SourceId, string Guid, string ArticleId, string Content)
{
    /// <summary>Of a new one: when it was first seen, in UTC milliseconds.</summary>
    public long SeenAt { get; init; }
}

/// <summary>A row of <c>article_versions</c>.</summary>
internal sealed record IntakeVersion(string ArticleId, long Version, string? Headline, string Text, long SeenAt);
