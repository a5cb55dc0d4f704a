namespace SummaryBot.Chat;

/// <summary>What an edition asks the outbox to send.</summary>
/// <param name="DueLocal">Which edition of the digest it is, as <c>2026-03-29T02:30</c>.</param>
/// <param name="DueAt">UTC milliseconds since 1970; the outbox sends the oldest first.</param>
public sealed record NewDelivery(long DigestId, string DueLocal, long DueAt, ChannelAddress Channel, ChatMessage Message);
