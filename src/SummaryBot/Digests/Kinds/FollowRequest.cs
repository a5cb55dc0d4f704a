using NodaTime;

namespace SummaryBot.Digests.Kinds;

/// <summary>What somebody wants to follow.</summary>
/// <param name="Topics">A word or several words in a row each, 100 characters at most.</param>
public sealed record FollowRequest(string UserId, IReadOnlyList<string> Topics)
{
    /// <summary>A local time such as <c>08:00</c>; null leaves it as it is, 08:00 at first.</summary>
    public string? Time { get; init; }

    /// <summary>An IANA zone; null leaves it as it is, UTC at first.</summary>
    public string? Zone { get; init; }

    /// <summary>A line below each message, which says how it ends; null for the operator's own.</summary>
    public string? Footer { get; init; }

    /// <summary>The Discord server whose sources he sees beside everybody's; null leaves it as it is, none at first.</summary>
    public string? Guild { get; init; }
}

public abstract record FollowResult
{
    public sealed record Done(Followed Followed) : FollowResult;

    /// <summary>More than <see cref="Following.MaxTopics"/>.</summary>
    public sealed record TooMany(int Topics) : FollowResult;

    /// <summary>One line each: key, value, remedy.</summary>
    public sealed record Faulty(IReadOnlyList<string> Faults) : FollowResult;
}

/// <summary>What somebody follows.</summary>
/// <param name="PausedUntil"><see cref="Instant.MaxValue"/> until he follows again; null while it is not paused.</param>
/// <param name="PausedReason">Why it was paused by itself; null where somebody paused it.</param>
public sealed record Followed(StoredDigest Digest, IReadOnlyList<string> Topics, Instant? PausedUntil, string? PausedReason);
