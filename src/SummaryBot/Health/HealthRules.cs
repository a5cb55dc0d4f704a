using SummaryBot.Chat;

namespace SummaryBot.Health;

/// <summary>Tells from facts what is wrong: pure, and the same for the same facts.</summary>
public static class HealthRules
{
    /// <summary>A clock that is further off than this is wrong.</summary>
    public static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(30);

    /// <summary>A message that waits for longer is late.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(15);

    /// <summary>What is paused for longer may be forgotten.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(14);

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>A source that has had something before.</summary>
    private static readonly TimeSpan EmptyAfter = TimeSpan.FromDays(30);

    /// <summary>A digest with an edition a week is quiet when it missed two.</summary>
    private const int FewestEmptyEditions = 2;

    /// <summary>Of fewer articles it is no wonder that a filter takes none.</summary>
    private const int FewestFiltered = 5;

    private const long Megabyte = 1024 * 1024;
    private const long LeastFree = 500 * Megabyte;
    private const double Nearly = 0.9;

    /// <summary>What is broken first, and of that what the bot as a whole suffers from.</summary>
    public static IReadOnlyList<Finding> Find(HealthFacts facts) =>
    [
        .. Bot(facts)
            .Concat(facts.Channels.Select(Channel))
            .Concat(facts.Sources.Select(source => Source(source, facts.Now)))
            .Concat(facts.Digests.Select(digest => Digest(digest, facts.Now)))
            .OfType<Finding>()
            .OrderBy(finding => finding.Severity),
    ];

    /// <summary>Whether a source is in such trouble that its site is asked for another address.</summary>
    public static bool WantsNewAddress(SourceFacts source, DateTimeOffset now) => IsDead(source, now) || IsEmpty(source, now);

    private static IEnumerable<Finding?> Bot(HealthFacts facts)
    {
        yield return facts.Gateway is { } gateway ? Refused(gateway) : null;
        yield return facts.Commands is { } commands
            ? new Finding(FaultCode.WrongScope, "commands", "", "fault.WrongScope.commands", "fault.WrongScope.registerNext", [], [Repair.Register])
            {
                Since = commands.Since,
            }
            : null;
        yield return Clock(facts.Clock);
        yield return Queue(facts.Queue);
        yield return Space(facts);
    }

    /// <remarks>4013 and 4014: <see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"/>.</remarks>
    private static Finding Refused(ConnectionTrouble gateway) => new(
        FaultCode.WrongScope,
        "gateway",
        "",
        gateway.Code is 4013 or 4014 ? "fault.WrongScope.intents" : "fault.WrongScope.refused",
        "fault.WrongScope.connectNext",
        [("code", gateway.Code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?")],
        [Repair.Connect])
    {
        Since = gateway.Since,
    };

    private static Finding? Clock(ClockFacts clock)
    {
        var (skew, text) = IsOff(clock.FromDiscord) ? (clock.FromDiscord, "discord") : (clock.FromDatabase, "database");
        return IsOff(skew)
            ? new Finding(
                FaultCode.ClockSkew, "clock", "", $"fault.ClockSkew.{text}", "fault.ClockSkew.next", [("seconds", (long)Math.Abs(skew!.Value.TotalSeconds))], [Repair.Check])
            : null;
    }

    private static bool IsOff(TimeSpan? skew) => skew is { } by && by.Duration() > MostSkew;

    private static Finding? Queue(QueueFacts queue) => queue.Late == 0 ? null : new Finding(
        FaultCode.QueueBehind,
        "outbox",
        "",
        queue.Reason is null ? "fault.QueueBehind.untried" : "fault.QueueBehind.why",
        "fault.QueueBehind.next",
        [("count", queue.Late), ("reason", queue.Reason)],
        [Repair.Send])
    {
        Since = queue.Since,
    };

    private static Finding? Space(HealthFacts facts)
    {
        if (facts.Space is not { } space)
        {
            return null;
        }

        var isOverLimit = space.Limit is { } limit && space.Used > limit * Nearly;
        var isDiskFull = space is { Free: { } free, Disk: { } disk } && (free < LeastFree || free < disk * (1 - Nearly));
        return !isOverLimit && !isDiskFull ? null : new Finding(
            FaultCode.DatabaseFull,
            "space",
            "",
            isOverLimit ? "fault.DatabaseFull.limit" : "fault.DatabaseFull.disk",
            "fault.DatabaseFull.next",
            [("used", space.Used / Megabyte), ("free", space.Free / Megabyte), ("limit", space.Limit / Megabyte), ("days", (long)facts.ArticlesKept.TotalDays)],
            [Repair.Forget]);
    }

    private static Finding? Channel(ChannelFacts channel) => (channel.Finding, channel.Refusal) switch
    {
        (ChannelFinding.Lacks(var name, _, var lacking), _) => NoPermission(channel, name, lacking),
        (ChannelFinding.Gone or ChannelFinding.WrongKind, _) => new Finding(
            FaultCode.ChannelGone,
            $"c{channel.DigestId}",
            channel.Names,
            "fault.ChannelGone.why",
            "fault.ChannelGone.next",
            [("channel", (channel.Finding as ChannelFinding.WrongKind)?.Name ?? channel.Shown)],
            [Repair.Pick, Repair.Check])
        { Since = channel.HeldSince },
        (null or ChannelFinding.Unknown or ChannelFinding.Open, { } refusal) when channel.HeldSince is not null => NoPermission(channel, (channel.Finding as ChannelFinding.Open)?.Name, refusal, "refused"),
        _ => null,
    };

    /// <param name="lacking">The permissions, or what Discord said.</param>
    private static Finding NoPermission(ChannelFacts channel, string? name, object lacking, string why = "why") => new(
        FaultCode.NoPermission,
        $"c{channel.DigestId}",
        channel.Names,
        $"fault.NoPermission.{why}",
        "fault.NoPermission.next",
        [("channel", name is null ? channel.Shown : $"#{name}"), ("permissions", lacking)],
        [Repair.Again, Repair.Pick])
    {
        Since = channel.HeldSince,
    };

    private static Finding? Source(SourceFacts source, DateTimeOffset now) =>
        source.IsPaused ? Forgotten("s", source.Id, source.Name, source.PausedSince, "source", now)
        : IsDead(source, now) ? Dead(source)
        : IsEmpty(source, now) ? Empty(source)
        : null;

    private static bool IsDead(SourceFacts source, DateTimeOffset now) =>
        !source.IsPaused && (source.Ended is not null || (source.FailingSince is { } since && now - since >= Sources.Visits.VisitTimes.Notice));

    private static bool IsEmpty(SourceFacts source, DateTimeOffset now) =>
        source is { IsPaused: false, IsFeed: true, Ended: null, FailingSince: null, VisitedAt: not null }
        && now - source.AddedAt >= Week && (source.LastItemAt is not { } last || now - last >= EmptyAfter);

    private static Finding Dead(SourceFacts source)
    {
        (string, object?)[] values = [("address", source.Address.AbsoluteUri), ("reason", source.Ended ?? source.Failure), ("found", source.NewAddress?.AbsoluteUri)];
        return source.NewAddress is null
            ? Of(FaultCode.FeedDead, source.Ended is null ? "fault.FeedDead.why" : "fault.FeedDead.ended", [Repair.Retry, Repair.Look, Repair.Pause])
            : Of(FaultCode.FeedMoved, "fault.FeedMoved.why", [Repair.Use, Repair.Retry, Repair.Pause]);

        Finding Of(FaultCode code, string why, IReadOnlyList<Repair> repairs) =>
            new(code, $"s{source.Id}", source.Name, why, $"fault.{code}.next", values, repairs)
            {
                Since = source.FailingSince,
            };
    }

    private static Finding Empty(SourceFacts source) => new(
        FaultCode.FeedEmpty,
        $"s{source.Id}",
        source.Name,
        source.LastItemAt is null ? "fault.FeedEmpty.never" : "fault.FeedEmpty.why",
        source.NewAddress is null ? "fault.FeedEmpty.next" : "fault.FeedEmpty.found",
        [("address", source.Address.AbsoluteUri), ("found", source.NewAddress?.AbsoluteUri)],
        [source.NewAddress is null ? Repair.Look : Repair.Use, Repair.Pause, Repair.Keep])
    {
        Since = source.LastItemAt ?? source.AddedAt,
    };

    private static Finding? Digest(DigestFacts digest, DateTimeOffset now) =>
        digest.Stored.IsPaused(NodaTime.Instant.FromDateTimeOffset(now))
            ? digest.Stored.PausedUntil == NodaTime.Instant.MaxValue
                ? Forgotten("d", digest.Stored.Id, digest.Stored.Digest.Name, digest.PausedSince, "digest", now) : null
            : FilterDropsAll(digest) ?? Quiet(digest, now);

    private static Finding? FilterDropsAll(DigestFacts digest) =>
        digest is { Strictest: { } rule, Articles: >= FewestFiltered } && digest.Filtered == digest.Articles
            ? new Finding(
                FaultCode.FilterDropsAll,
                $"d{digest.Stored.Id}",
                digest.Stored.Digest.Name,
                "fault.FilterDropsAll.why",
                "fault.FilterDropsAll.next",
                [("number", rule.Id), ("rule", HealthText.Of(rule)), ("articles", digest.Articles)],
                [Repair.Unfilter, Repair.Keep])
            {
                Loosening = new Loosening.RemoveFilter(rule),
            }
            : null;

    private static Finding? Quiet(DigestFacts digest, DateTimeOffset now)
    {
        var since = digest.LastNewsAt is { } last && last > digest.QuietFrom ? last : digest.QuietFrom;
        if (digest.Stored.Digest.Editing.Kind != Digests.DigestKind.Normal || now - since < Week || digest.Articles == 0
            || (digest.EmptyEditions < FewestEmptyEditions && !digest.Stored.IsWaiting))
        {
            return null;
        }

        var repeats = digest.Stored.Digest.Editing.RepeatDays;
        Loosening? loosening = digest.Strictest is { } rule ? new Loosening.RemoveFilter(rule)
            : digest.Old > 0 && repeats > 1 ? new Loosening.RepeatSooner(repeats)
            : null;
        return new Finding(
            FaultCode.QuietWeek,
            $"d{digest.Stored.Id}",
            digest.Stored.Digest.Name,
            "fault.QuietWeek.why",
            "fault.QuietWeek.next",
            [("editions", digest.EmptyEditions), ("articles", digest.Articles), ("filtered", digest.Filtered), ("old", digest.Old)],
            loosening is null ? [Repair.Preview, Repair.Keep] : [Repair.Loosen, Repair.Preview, Repair.Keep])
        {
            Since = since,
            Loosening = loosening,
        };
    }

    private static Finding? Forgotten(string kind, long id, string name, DateTimeOffset? since, string text, DateTimeOffset now) =>
        since is { } from && now - from >= ForgottenAfter
            ? new Finding(
                FaultCode.PausedForgotten,
                $"{kind}{id}",
                name,
                $"fault.PausedForgotten.{text}",
                "fault.PausedForgotten.next",
                [("days", (long)(now - from).TotalDays)],
                [Repair.Resume, Repair.Keep])
            {
                Since = since,
            }
            : null;
}
