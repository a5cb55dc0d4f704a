using System.Globalization;
using NodaTime;
using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>What speaks against an edition now.</summary>
public sealed class SendNowCheck(EditionStore editions, TimeProvider time)
{
    /// <returns>A question that names everything; null where nothing speaks against it.</returns>
    public async Task<string?> AskAsync(StoredDigest digest, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var zone = digest.Digest.Schedule.Zone;
        var sent = await LatestAsync(digest, now, cancellationToken);
        var facts = new[]
        {
            sent,
            digest.Digest.Schedule.QuietUntil(now) is { } end ? $"It is quiet until {Time(end, zone)}." : null,
            digest.IsPaused(now) ? $"The digest is {PauseText(digest, now)}." : null,
        }.OfType<string>().ToList();
        return facts.Count == 0 ? null : $"{string.Join(' ', facts)} {(sent is null ? "Post an edition all the same?" : "Post another one?")}";
    }

    /// <summary>How a pause is told: <c>paused until 2026-12-24 00:00</c>; null where there is none.</summary>
    public static string? PauseText(StoredDigest digest, Instant now) =>
        !digest.IsPaused(now) ? null
        : digest.PausedUntil is { } until && until != Instant.MaxValue
            ? $"paused until {until.InZone(digest.Digest.Schedule.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)}"
        : "paused";

    /// <summary>The latest time of the schedule, if its edition was written today.</summary>
    private async Task<string?> LatestAsync(StoredDigest digest, Instant now, CancellationToken cancellationToken)
    {
        var (schedule, zone) = (digest.Digest.Schedule, digest.Digest.Schedule.Zone);
        var today = now.InZone(zone).Date;
        var latest = schedule.From(today.PlusDays(-2)).TakeWhile(due => due.At <= now).LastOrDefault();
        if (latest is null || await editions.FindAsync(digest.Id, latest.LocalText, cancellationToken) is not { Delivery: { } state } edition)
        {
            return null;
        }

        var at = Instant.FromUnixTimeMilliseconds(edition.SentAt ?? edition.WrittenAt);
        var name = latest.Local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return at.InZone(zone).Date != today ? null
            : string.Equals(state, DeliveryState.Sent, StringComparison.Ordinal) ? $"The {name} edition went out at {Time(at, zone)}."
            : $"The {name} edition is written and not sent yet.";
    }

    private static string Time(Instant at, DateTimeZone zone) => at.InZone(zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
}
