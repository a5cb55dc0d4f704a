namespace SummaryBot.Digests;

/// <summary>An edition as the history lists it; times are UTC milliseconds since 1970.</summary>
/// <param name="Delivery">State of its message in the outbox; null where it has none.</param>
/// <param name="Reason">Why the message was not sent; null where it was.</param>
public sealed record EditionRecord(
    string DueLocal, long DueAt, long WrittenAt, string Status, long Stories, string? Delivery, long? SentAt, string? Reason);
