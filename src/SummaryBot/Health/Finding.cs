namespace SummaryBot.Health;

/// <summary>One thing that is wrong.</summary>
/// <param name="Subject">What it is of, among the findings of its code: <c>d12</c> a digest, <c>s5</c> a subscription, a part of the bot; 20 characters at most.</param>
/// <param name="Of">Names of digests or of a source; empty where it is of the bot.</param>
/// <param name="Why">The text <c>health.WHY</c>, with <paramref name="Values"/>.</param>
/// <param name="Next">The text <c>health.NEXT</c>, with the same values.</param>
/// <param name="Repairs">In the order to offer.</param>
public sealed record Finding(
    FaultCode Code, string Subject, string Of, string Why, string Next, IReadOnlyList<(string Name, object? Value)> Values, IReadOnlyList<Repair> Repairs)
{
    public Severity Severity => Code is FaultCode.FeedEmpty or FaultCode.QuietWeek or FaultCode.FilterDropsAll or FaultCode.PausedForgotten or FaultCode.DatabaseFull
        ? Severity.Notice : Severity.Broken;

    /// <summary>Null where only looking tells.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Of a <see cref="FaultCode.QuietWeek"/>: what would let more through; null where nothing would.</summary>
    public Loosening? Loosening { get; init; }

    /// <summary>What it is remembered by.</summary>
    public string Key => $"{Code}:{Subject}";

    /// <summary>The number in <see cref="Subject"/>; 0 where it has none.</summary>
    public long Id => long.TryParse(Subject.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0;
}

/// <summary>What can be wrong. Each has the texts <c>health.fault.CODE.*</c>.</summary>
public enum FaultCode
{
    /// <summary>The bot may not post in the channel of a digest.</summary>
    NoPermission,

    /// <summary>The channel of a digest is not there any more.</summary>
    ChannelGone,

    /// <summary>A source fails for a day or more, or ended.</summary>
    FeedDead,

    /// <summary>As <see cref="FeedDead"/>, and its site names another feed.</summary>
    FeedMoved,

    /// <summary>A source can be read, but brings nothing.</summary>
    FeedEmpty,

    /// <summary>The clock differs from Discord's or the database's.</summary>
    ClockSkew,

    /// <summary>A digest has had no story for a week, though its sources brought articles.</summary>
    QuietWeek,

    /// <summary>The filters of a digest let nothing through.</summary>
    FilterDropsAll,

    /// <summary>Messages wait for longer than they should.</summary>
    QueueBehind,

    /// <summary>The database has little room left.</summary>
    DatabaseFull,

    /// <summary>Discord refuses the connection, or the commands.</summary>
    WrongScope,

    /// <summary>A digest or source has been paused for long, without an end.</summary>
    PausedForgotten,
}

public enum Severity
{
    /// <summary>Something does not work.</summary>
    Broken,

    /// <summary>Somebody should look.</summary>
    Notice,
}

/// <summary>What a button below a finding does.</summary>
public enum Repair
{
    /// <summary>Tries to post in the channel again.</summary>
    Again,

    /// <summary>Looks again.</summary>
    Check,
    Pick,
    Retry,
    Pause,
    Use,
    Look,
    Preview,
    Loosen,
    Unfilter,
    Send,
    Forget,
    Connect,
    Register,
    Resume,

    /// <summary>Says no more of it.</summary>
    Keep,
}

public abstract record Loosening
{
    /// <summary>The rule that keeps most out goes.</summary>
    public sealed record RemoveFilter(Digests.Filters.FilterRule Rule) : Loosening;

    /// <summary>What was told may come again after a day.</summary>
    /// <param name="Days">How many it is now.</param>
    public sealed record RepeatSooner(int Days) : Loosening;
}
