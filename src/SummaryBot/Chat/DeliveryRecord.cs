namespace SummaryBot.Chat;

/// <summary>A delivery as the outbox lists it; times are UTC milliseconds since 1970.</summary>
/// <param name="State">One of <see cref="DeliveryState"/>.</param>
/// <param name="NextTryAt">When it is tried next, unless sent; null where it is withheld for good.</param>
/// <param name="Reason">Why the last attempt failed; null where none did.</param>
public sealed record DeliveryRecord(
    string Nonce,
    string Digest,
    string DueLocal,
    string Channel,
    string State,
    long Attempts,
    long? NextTryAt,
    long? SentAt,
    string? MessageId,
    string? Reason)
{
    public bool IsSent => string.Equals(State, DeliveryState.Sent, StringComparison.Ordinal);

    public bool IsRefused => string.Equals(State, DeliveryState.Refused, StringComparison.Ordinal);
}

public static class DeliveryState
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";
    public const string Refused = "refused";
}
