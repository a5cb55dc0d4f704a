namespace SummaryBot.Articles;

/// <summary>As much of an article as selection needs.</summary>
public sealed record ArticleHead(string Id, string? Source);
