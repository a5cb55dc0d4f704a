using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Health;

/// <summary>What was read of a server and of the bot, to judge by.</summary>
public sealed record HealthFacts(DateTimeOffset Now)
{
    public IReadOnlyList<ChannelFacts> Channels { get; init; } = [];

    public IReadOnlyList<SourceFacts> Sources { get; init; } = [];

    public IReadOnlyList<DigestFacts> Digests { get; init; } = [];

    public QueueFacts Queue { get; init; } = new(0, null, null);

    public ClockFacts Clock { get; init; } = new(null, null);

    /// <summary>Null where it could not be measured.</summary>
    public DatabaseSpace? Space { get; init; }

    /// <summary>How long articles are kept.</summary>
    public TimeSpan ArticlesKept { get; init; }

    public ConnectionTrouble? Gateway { get; init; }

    public ConnectionTrouble? Commands { get; init; }

    /// <summary>What could not be looked at.</summary>
    public IReadOnlyList<Area> Unchecked { get; init; } = [];
}

public enum Area
{
    Channels,
    Sources,
    Digests,
    Outbox,
    Clock,
    Database,
    Addresses,
    Pauses,
}

/// <summary>A channel with the digests that go there.</summary>
/// <param name="DigestId">The first of them.</param>
/// <param name="Shown">As people may see it, where it has no name.</param>
/// <param name="Finding">Null where nobody looks into such channels.</param>
/// <param name="Refusal">Why its messages are held back; null where they are not.</param>
public sealed record ChannelFacts(long DigestId, string Shown, string Names, ChannelFinding? Finding, string? Refusal)
{
    /// <summary>Since when a message for it waits, that was tried; null where none does.</summary>
    public DateTimeOffset? HeldSince { get; init; }
}

/// <summary>A subscription of the server.</summary>
public sealed record SourceFacts(long Id, long SourceId, string Name, Uri Address, bool IsFeed, DateTimeOffset AddedAt)
{
    public bool IsPaused { get; init; }

    public DateTimeOffset? PausedSince { get; init; }

    /// <summary>The last visit that succeeded.</summary>
    public DateTimeOffset? VisitedAt { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public string? Failure { get; init; }

    public string? Ended { get; init; }

    /// <summary>When its source brought something new; null where it never did.</summary>
    public DateTimeOffset? LastItemAt { get; init; }

    /// <summary>Of another feed that its site names; null where none is known.</summary>
    public Uri? NewAddress { get; init; }

    /// <summary>One of <see cref="Sources.SubscriptionRecord.State"/>.</summary>
    public string State { get; init; } = "well";

    /// <summary>An address of its latest article; null where it has none.</summary>
    public Uri? Article { get; init; }
}

/// <param name="QuietFrom">From when on it is expected to have news: it was made, ran again, or was changed.</param>
public sealed record DigestFacts(StoredDigest Stored, DateTimeOffset QuietFrom)
{
    public DateTimeOffset? PausedSince { get; init; }

    /// <summary>Its last edition with a story; null where it has none.</summary>
    public DateTimeOffset? LastNewsAt { get; init; }

    /// <summary>Editions of the last 15 days without a story that were neither skipped nor missed, since <see cref="LastNewsAt"/> and <see cref="QuietFrom"/>.</summary>
    public int EmptyEditions { get; init; }

    /// <summary>Articles that these set aside as told already, or too old.</summary>
    public int Old { get; init; }

    /// <summary>Articles that the sources brought in the last 7 days; <see cref="MostTested"/> at most where there are filters.</summary>
    public int Articles { get; init; }

    /// <summary>How many of them the filters keep out as they are now.</summary>
    public int Filtered { get; init; }

    /// <summary>The rule that keeps most of them out; null where none does.</summary>
    public FilterRule? Strictest { get; init; }

    /// <summary>How many articles filters are tried on.</summary>
    public const int MostTested = 200;
}

/// <param name="Late">Messages that wait for longer than they should.</param>
/// <param name="Since">Of the oldest.</param>
/// <param name="Reason">Why the oldest was not sent; null where it was not tried.</param>
public sealed record QueueFacts(int Late, DateTimeOffset? Since, string? Reason);

/// <param name="FromDiscord">How far the bot's clock is from Discord's; null where unknown.</param>
/// <param name="FromDatabase">And from the database's.</param>
public sealed record ClockFacts(TimeSpan? FromDiscord, TimeSpan? FromDatabase);

/// <param name="Used">Bytes in use; what was given back inside of the file does not count.</param>
/// <param name="Free">Bytes left on its disk, with what is free inside; null where nobody can tell.</param>
/// <param name="Disk">Bytes of its disk.</param>
/// <param name="Limit">Bytes that it may have; null for no limit.</param>
public sealed record DatabaseSpace(long Used, long? Free, long? Disk, long? Limit = null);
