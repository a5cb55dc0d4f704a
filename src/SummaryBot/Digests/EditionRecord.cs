using System.Text.Json.Serialization;

namespace SummaryBot.Digests;

/// <summary>An edition as the history lists it; times are UTC milliseconds since 1970.</summary>
public sealed record EditionRecord
{
    public required string DueLocal { get; init; }

    public long DueAt { get; init; }

    public long WrittenAt { get; init; }

    /// <summary>One of <see cref="EditionStatus"/>.</summary>
    public required string Status { get; init; }

    public long Stories { get; init; }

    /// <summary>State of its message in the outbox; null where it has none.</summary>
    public string? Delivery { get; init; }

    public long? SentAt { get; init; }

    /// <summary>Why there is no message, or why it was not sent; null where it was.</summary>
    public string? Reason { get; init; }

    /// <summary><c>waiting</c> where its message is still to be corrected, <c>made</c> where it was; else null.</summary>
    public string? Correction { get; init; }

    /// <summary>Why the correction that waits was not made yet; null where it was not tried, or none waits.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>What is to be said of it, for people; empty where that is nothing.</summary>
    [JsonIgnore]
    public string Note => (Correction switch
    {
        "waiting" => $"Its correction is to be made. {CorrectionReason}",
        "made" => $"It was corrected. {Reason}",
        _ => Reason ?? "",
    }).TrimEnd();
}
