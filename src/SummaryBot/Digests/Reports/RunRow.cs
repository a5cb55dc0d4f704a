using SummaryBot.Chat;

namespace SummaryBot.Digests.Reports;

/// <summary>A run that is not told yet.</summary>
public sealed class RunRow
{
    public required string Nonce { get; init; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long WrittenAt { get; init; }

    public required string Editions { get; init; }

    /// <summary>Whose admin channel is told; empty is the operator's.</summary>
    public required string Guild { get; init; }
}

/// <summary>What became of an edition that a run wrote.</summary>
public sealed class RunEdition
{
    public required string Digest { get; init; }

    /// <summary>How it chooses, as the database keeps it.</summary>
    public string? Editing { get; init; }

    public required string DueLocal { get; init; }

    public long DueAt { get; init; }

    public long Stories { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public long? SentAt { get; init; }

    public string? MessageId { get; init; }

    public required string Channel { get; init; }

    public string? Guild { get; init; }

    public bool IsSent => string.Equals(State, DeliveryState.Sent, StringComparison.Ordinal);

    /// <summary>Whether it is for one person, whom nobody else hears of.</summary>
    public bool IsPersonal => Editing is not null && string.Equals(EditorialText.Read(Editing).Kind, ChoiceText.Of(DigestKind.Personal), StringComparison.Ordinal);

    public Uri? Link => MessageAddress.Of(ChannelAddress.TryParse(Channel)!, Guild, MessageId);
}

/// <summary>A source that is read for a Discord server.</summary>
public sealed class RunSource
{
    /// <summary>Empty for everybody's.</summary>
    public required string Guild { get; init; }

    public long Id { get; init; }

    /// <summary>1, or 0 where it cannot be read.</summary>
    public int Well { get; init; }
}
