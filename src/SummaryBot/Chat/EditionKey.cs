namespace SummaryBot.Chat;

/// <summary>Which edition a message is of.</summary>
/// <param name="DigestId">The row of <c>digests</c>.</param>
/// <param name="DueLocal">As <c>2026-03-29T02:30</c>.</param>
public sealed record EditionKey(long DigestId, string DueLocal);
