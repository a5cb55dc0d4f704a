using System.Text.Json;
using SummaryBot.Digests;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Sources;

internal sealed class SourceRow
{
    public const string Columns = """
        s.id, s.kind, s.url, s.host, s.title, s.language, s.interval_seconds, s.timing, s.visited_at, s.etag, s.last_modified, s.body_hash,
        s.failures, s.failing_since, s.missing_since, s.told_at, s.leased_until,
        (SELECT coalesce(b.outlet, b.name) FROM subscriptions AS b WHERE b.source_id = s.id ORDER BY b.id LIMIT 1) AS outlet,
        (SELECT min(b.interval_minutes) FROM subscriptions AS b WHERE b.source_id = s.id AND b.paused = 0) AS wish_minutes
        """;

    public long Id { get; init; }

    public required string Kind { get; init; }

    public required string Url { get; init; }

    public required string Host { get; init; }

    public string? Title { get; init; }

    public string? Language { get; init; }

    public long IntervalSeconds { get; init; }

    public string? Timing { get; init; }

    public long? VisitedAt { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public string? BodyHash { get; init; }

    public long Failures { get; init; }

    public long? FailingSince { get; init; }

    public long? MissingSince { get; init; }

    public long? ToldAt { get; init; }

    public long LeasedUntil { get; init; }

    public string? Outlet { get; init; }

    public long? WishMinutes { get; init; }

    public static string? Write(FeedTiming timing) =>
        timing is { Interval: null, SkipHours.Count: 0, SkipDays.Count: 0 } ? null : JsonSerializer.Serialize(timing);

    public Source ToSource()
    {
        _ = ChoiceText.TryParse<SourceKind>(Kind, out var kind);
        return new Source(Id, kind, new Uri(Url), Host, Outlet ?? Title ?? Host)
        {
            Language = Language,
            Interval = TimeSpan.FromSeconds(IntervalSeconds),
            Wish = WishMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Timing = Timing is null ? FeedTiming.Any : JsonSerializer.Deserialize<FeedTiming>(Timing)!,
            VisitedAt = Time(VisitedAt),
            ETag = Etag,
            LastModified = LastModified,
            BodyHash = BodyHash,
            Trouble = Time(FailingSince) is { } since ? new Trouble((int)Failures, since, Time(MissingSince), ToldAt is not null) : null,
            LeasedUntil = LeasedUntil,
        };
    }

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
