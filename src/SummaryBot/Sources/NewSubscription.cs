using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Sources;

/// <summary>That somebody reads a source.</summary>
/// <param name="Url">http or https.</param>
/// <param name="Name">Unique in the guild; one line, 1 to 64 characters.</param>
public sealed record NewSubscription(SourceKind Kind, Uri Url, string Name)
{
    public const int MaxNameLength = 64;

    /// <summary>The id of a Discord server; empty for the operator, whose sources every digest may show.</summary>
    public string Guild { get; init; } = "";

    /// <summary>Whom its articles are credited to; null is the name.</summary>
    public string? Outlet { get; init; }

    public string? Group { get; init; }

    public Backfill Backfill { get; init; }

    /// <summary>The share of an article's words that one message may show, in percent; null for no limit.</summary>
    public int? QuoteShare { get; init; }

    /// <summary>The only digest that shows it; null for all of the guild.</summary>
    public long? DigestId { get; init; }

    /// <summary>What the source calls itself; null where nobody looked yet.</summary>
    public string? Title { get; init; }

    public static bool IsGuild(string text) => text.Length == 0 || ChannelAddress.IsSnowflake(text);

    public static bool IsName(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MaxNameLength && !text.Any(char.IsControl);

    /// <summary>A name made of what a source calls itself, or of its host.</summary>
    public static string NameFor(string? title, Uri url)
    {
        var name = WordCut.To(Printable.Of(title ?? "").Trim(), MaxNameLength);
        return IsName(name) ? name : WordCut.To(Source.HostOf(url), MaxNameLength);
    }

    /// <summary>Under a name with a number, credited as before.</summary>
    public NewSubscription Numbered(int number) => this with
    {
        Name = $"{WordCut.To(Outlet ?? NameFor(Title, Url), MaxNameLength - 4)} {number}",
        Outlet = Outlet ?? NameFor(Title, Url),
    };
}

/// <summary>A subscription as it is listed, with how its source does.</summary>
public sealed class SubscriptionRecord
{
    public long Id { get; init; }

    public long SourceId { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string Kind { get; init; }

    public required string Guild { get; init; }

    public string? GroupName { get; init; }

    public string? Outlet { get; init; }

    public required string Backfill { get; init; }

    /// <summary>Percent; null for no limit.</summary>
    public int? QuoteShare { get; init; }

    /// <summary>Minutes; null where nothing is wished.</summary>
    public int? IntervalMinutes { get; init; }

    /// <summary>Null for the digest's own limit.</summary>
    public int? MaxPerDigest { get; init; }

    /// <summary><c>low</c> or <c>high</c>; null is normal.</summary>
    public string? Trust { get; init; }

    /// <summary>The only digest that shows it; null for all.</summary>
    public string? Digest { get; init; }

    public int Paused { get; init; }

    public long? VisitedAt { get; init; }

    public long NextVisitAt { get; init; }

    public long IntervalSeconds { get; init; }

    public long Failures { get; init; }

    public long? FailingSince { get; init; }

    public string? Failure { get; init; }

    public string? Ended { get; init; }

    /// <summary>Until when its host asked to be left alone; null where it did not.</summary>
    public long? HostOpenAt { get; init; }

    /// <summary>ended, paused, failing, waiting (its host asked for that), new or well.</summary>
    public string State => (Ended, Paused, FailingSince, HostOpenAt, VisitedAt) switch
    {
        (not null, _, _, _, _) => "ended",
        (_, not 0, _, _, _) => "paused",
        (_, _, _, not null, _) => "waiting",
        (_, _, not null, _, _) => "failing",
        (_, _, _, _, null) => "new",
        _ => "well",
    };
}

public abstract record SubscribeResult
{
    /// <param name="IsNewSource">Whether nobody had subscribed to that address before.</param>
    public sealed record Added(long SourceId, string Name, bool IsNewSource) : SubscribeResult;

    /// <summary>The guild has it already, under this name.</summary>
    public sealed record Known(string Name) : SubscribeResult;

    /// <summary>Another source of the guild has that name.</summary>
    public sealed record NameTaken(string Name) : SubscribeResult;
}
