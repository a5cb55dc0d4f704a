namespace SummaryBot.Sources;

/// <summary>What a subscriber changes of a source; null for what stays.</summary>
public sealed record SubscriptionChange
{
    /// <summary>The shortest wish that is heard.</summary>
    public const int LeastInterval = 5;

    public const int MostInterval = 24 * 60;

    public const int MostPerDigest = 10;

    /// <summary>Unique in the guild; see <see cref="NewSubscription.IsName"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Minutes, <see cref="LeastInterval"/> to <see cref="MostInterval"/>.</summary>
    public int? Interval { get; init; }

    public SourceTrust? Trust { get; init; }

    /// <summary>1 to <see cref="MostPerDigest"/>.</summary>
    public int? MaxPerDigest { get; init; }
}
