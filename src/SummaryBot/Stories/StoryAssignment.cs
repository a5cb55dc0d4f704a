namespace SummaryBot.Stories;

/// <summary>Where an article was put, and what that changed.</summary>
/// <param name="Story">The story it is in now.</param>
/// <param name="IsNew">Whether it is the first article of that story.</param>
/// <param name="Merged">The stories that turned out to be parts of <paramref name="Story"/>; they are no more.</param>
/// <param name="Moved">The articles of the window that changed their story, by a merge or a split.</param>
public sealed record StoryAssignment(long Story, bool IsNew, IReadOnlyList<long> Merged, IReadOnlyList<StoryMove> Moved);

/// <summary>An article that went from one story to another.</summary>
public sealed record StoryMove(string ArticleId, long From, long To);
