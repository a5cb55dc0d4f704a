using SummaryBot.Sources.Feeds;

namespace SummaryBot.Sources;

/// <summary>What is visited: one address, however many subscribe to it.</summary>
/// <param name="Url">http or https.</param>
/// <param name="Host">Whose turns it shares, with its port where that is not the usual one.</param>
/// <param name="Outlet">Whom its articles are credited to: as its oldest subscription says.</param>
public sealed record Source(long Id, SourceKind Kind, Uri Url, string Host, string Outlet)
{
    /// <summary>ISO 639-1, as the source said at the last visit; null where it did not.</summary>
    public string? Language { get; init; }

    /// <summary>Between visits while all is well.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>The shortest interval that a subscriber wishes; null where none does.</summary>
    public TimeSpan? Wish { get; init; }

    /// <summary>When it asks to be visited.</summary>
    public FeedTiming Timing { get; init; } = FeedTiming.Any;

    /// <summary>The last visit that succeeded; null before the first.</summary>
    public DateTimeOffset? VisitedAt { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>SHA-256 of the last body; null where it has to be read anew.</summary>
    public string? BodyHash { get; init; }

    public Trouble? Trouble { get; init; }

    /// <summary>What a visitor holds it by, until then; in UTC milliseconds.</summary>
    public long LeasedUntil { get; init; }

    /// <summary>The host of an address, and its port where that is not the usual one.</summary>
    public static string HostOf(Uri address) => address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
}

/// <summary>What goes wrong with a source since its last good visit.</summary>
/// <param name="Failures">In a row, 1 or more.</param>
/// <param name="MissingSince">Since when every answer was 404; null where the last was not.</param>
/// <param name="IsTold">Whether a notice of it was written.</param>
public sealed record Trouble(int Failures, DateTimeOffset Since, DateTimeOffset? MissingSince, bool IsTold);
