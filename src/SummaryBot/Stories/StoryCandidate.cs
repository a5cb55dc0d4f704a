namespace SummaryBot.Stories;

/// <summary>What is read of an article to tell which story it belongs to.</summary>
/// <param name="ArticleId">Its stable id.</param>
/// <param name="Headline">Null or empty where it has none.</param>
/// <param name="Text">The body; may be empty.</param>
/// <param name="DatedAt">When it was published, never later than it was first seen: the newest date moves the window.</param>
/// <param name="Outlet">Who published it; null where unknown.</param>
/// <param name="Language">ISO 639-1 code; guessed from the text where null.</param>
public sealed record StoryCandidate(string ArticleId, string? Headline, string Text, DateTimeOffset DatedAt, string? Outlet, string? Language);
