namespace SummaryBot.Stories;

/// <summary>As much of an article as selection needs; times are UTC milliseconds since 1970.</summary>
/// <param name="StoryId">Null where it has no story yet; it is then one of its own.</param>
/// <param name="DatedAt">As published, but never later than first seen.</param>
public sealed record PoolArticle(string Id, string? Source, long? StoryId, long DatedAt, long FirstSeenAt);

/// <summary>When a source showed an article for the first time, in UTC milliseconds since 1970.</summary>
internal sealed record Sighting(string ArticleId, long SourceId, long SeenAt);

/// <summary>Whose news a source is.</summary>
/// <param name="Guild">The id of a Discord server; empty for everybody.</param>
/// <param name="NewsFrom">What the source showed earlier is no news, in UTC milliseconds since 1970.</param>
/// <param name="GroupName">What the server files the source under; null for nothing.</param>
/// <param name="DigestId">The only digest that shows it; null for all.</param>
internal sealed record Subscription(string Guild, long SourceId, long NewsFrom, string? GroupName = null, long? DigestId = null);
