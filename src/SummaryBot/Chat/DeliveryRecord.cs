namespace SummaryBot.Chat;

/// <summary>A delivery as the outbox lists it; times are UTC milliseconds since 1970.</summary>
/// <param name="State">One of <see cref="DeliveryState"/>.</param>
/// <param name="NextTryAt">When it is tried next, unless sent; null where it is withheld for good.</param>
/// <param name="Reason">Why the last attempt failed, or what could not be edited of a sent one; null where nothing is to be said.</param>
/// <param name="ChangeReason">Why its correction was not made yet; null where it was not tried, or there is none.</param>
/// <param name="ChangeNextTryAt">When a correction is tried next; null where there is none to make.</param>
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
    string? Reason,
    string? ChangeReason,
    long? ChangeNextTryAt)
{
    public bool IsSent => string.Equals(State, DeliveryState.Sent, StringComparison.Ordinal);

    /// <summary>Whether it is to be corrected.</summary>
    public bool IsToBeChanged => IsSent && ChangeNextTryAt is not null;

    /// <summary>Whether somebody has to change something first.</summary>
    public bool IsRefused => State is DeliveryState.Refused or DeliveryState.Blocked;
}

public static class DeliveryState
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";

    /// <summary>The message is refused; others of its channel go on.</summary>
    public const string Refused = "refused";

    /// <summary>The channel takes nothing; what comes later waits behind it.</summary>
    public const string Blocked = "blocked";
}
