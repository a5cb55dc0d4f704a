using SummaryBot.Articles.Markup;

namespace SummaryBot.Sources.Feeds;

/// <summary>What a feed says, with relative addresses resolved and every text plain.</summary>
/// <param name="Title">One line; null where it has none.</param>
/// <param name="Link">The page that it is the feed of; null where it names none.</param>
/// <param name="Language">ISO 639-1; null where it does not say.</param>
/// <param name="Timing">When it asks to be visited.</param>
/// <param name="Items">In the order of the feed.</param>
public sealed record Feed(FeedKind Kind, string? Title, Uri? Link, string? Language, FeedTiming Timing, IReadOnlyList<FeedItem> Items)
{
    /// <summary>How many items are not read because the feed has too many.</summary>
    public int LeftOut { get; init; }
}

/// <summary>One item, whatever its feed calls it.</summary>
/// <param name="Id">guid, atom:id or JSON Feed id; null where it has none.</param>
/// <param name="Link">Where to read it, http or https.</param>
/// <param name="Title">One line of plain text.</param>
/// <param name="PublishedAt">In the feed's own zone.</param>
/// <param name="Author">Names, separated by commas.</param>
/// <param name="Summary">The description or summary.</param>
/// <param name="Content">The full text where the feed carries one; else empty.</param>
/// <param name="Categories">As the feed writes them.</param>
/// <param name="Enclosures">Pictures and sounds.</param>
/// <param name="Language">ISO 639-1, the feed's where the item names none; null where neither does.</param>
public sealed record FeedItem(
    string? Id,
    Uri? Link,
    string? Title,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? UpdatedAt,
    string? Author,
    IReadOnlyList<TextBlock> Summary,
    IReadOnlyList<TextBlock> Content,
    IReadOnlyList<string> Categories,
    IReadOnlyList<FeedEnclosure> Enclosures,
    string? Language);

/// <param name="Type">Media type; <c>image/*</c> where the feed says only that it is a picture; null where not given.</param>
/// <param name="Bytes">Length; null where not given.</param>
public sealed record FeedEnclosure(Uri Address, string? Type, long? Bytes)
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".gif"];

    /// <summary>What it shows, one line; null where the feed does not say.</summary>
    public string? Alt { get; init; }

    public bool IsPicture => Type is { } type
        ? type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        : Array.Exists(Endings, ending => Address.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

/// <summary>When a feed asks to be visited (ttl, skipHours, skipDays, sy:updatePeriod); empty where it does not ask.</summary>
/// <param name="Interval">At least so long between visits; null where it does not say.</param>
/// <param name="SkipHours">Hours of the day in UTC, 0 to 23, without visits.</param>
/// <param name="SkipDays">Days without visits.</param>
public sealed record FeedTiming(TimeSpan? Interval, IReadOnlyList<int> SkipHours, IReadOnlyList<DayOfWeek> SkipDays)
{
    public static FeedTiming Any { get; } = new(null, [], []);
}

public enum FeedKind
{
    Rss,
    Rdf,
    Atom,
    Cdf,
    Json,
}

public abstract record FeedResult
{
    public sealed record Read(Feed Feed) : FeedResult;

    /// <summary>One or two sentences: why it is no feed that can be read.</summary>
    public sealed record Refused(string Reason) : FeedResult;
}
