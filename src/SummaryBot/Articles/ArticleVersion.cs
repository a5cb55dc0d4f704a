namespace SummaryBot.Articles;

/// <summary>What an article said at a time.</summary>
/// <param name="Version">From 1; some between the first and the newest may be forgotten.</param>
/// <param name="SeenAt">When it was first seen to say so.</param>
public sealed record ArticleVersion(long Version, string? Headline, string Text, DateTimeOffset SeenAt);
