namespace SummaryBot.Digests.Feedback;

/// <summary>What one reader says of one story of a digest.</summary>
/// <param name="ArticleId">The article that the story is shown by.</param>
/// <param name="UserId">Who says it, as the chat knows him.</param>
/// <param name="Outlet">The story's own, as it is shown.</param>
public sealed record Opinion(long DigestId, string ArticleId, string UserId, string Outlet, bool Useful);
