namespace SummaryBot.Stories;

/// <summary>An article as those see it who may see it; times are UTC milliseconds since 1970.</summary>
/// <param name="Outlet">Without spaces around it; null where unknown.</param>
/// <param name="StoryId">Null where it has no story yet; it is then one of its own.</param>
/// <param name="DatedAt">As published, but never later than first seen.</param>
/// <param name="NewsAt">When a source of theirs showed it first; when it was first seen where no source did.</param>
/// <param name="Groups">What they file the sources under that showed it.</param>
public sealed record NewsArticle(string Id, string? Outlet, long? StoryId, long DatedAt, long NewsAt, IReadOnlyList<string> Groups);
