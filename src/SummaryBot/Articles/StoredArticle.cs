namespace SummaryBot.Articles;

/// <param name="DatedAt">When it counts as new: as published, but never later than first seen.</param>
public sealed record StoredArticle(Article Article, DateTimeOffset FirstSeenAt, DateTimeOffset DatedAt);
