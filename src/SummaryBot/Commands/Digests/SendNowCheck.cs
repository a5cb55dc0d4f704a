using System.Globalization;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Commands.Digests;

/// <summary>What speaks against an edition now.</summary>
public sealed class SendNowCheck(EditionStore editions, TimeProvider time)
{
    /// <returns>A question that names everything; null where nothing speaks against it.</returns>
    public async Task<string?> AskAsync(StoredDigest digest, Words words, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var zone = digest.Digest.Schedule.Zone;
        var sent = await LatestAsync(digest, words, now, cancellationToken);
        var facts = new[]
        {
            sent,
            digest.Digest.Schedule.QuietUntil(now) is { } end ? words.Plain("digest.doubt.quiet", ("time", Time(end, zone))) : null,
            DigestWords.Pause(words, digest, now) is { } pause ? words.Plain("digest.doubt.paused", ("state", pause)) : null,
        }.OfType<string>().ToList();
        return facts.Count == 0 ? null : $"{string.Join(' ', facts)} {words.Plain(sent is null ? "digest.doubt.same" : "digest.doubt.another")}";
    }

    /// <summary>The latest time of the schedule, if its edition was written today.</summary>
    private async Task<string?> LatestAsync(StoredDigest digest, Words words, Instant now, CancellationToken cancellationToken)
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
            : string.Equals(state, DeliveryState.Sent, StringComparison.Ordinal) ? words.Plain("digest.doubt.sent", ("slot", name), ("time", Time(at, zone)))
            : words.Plain("digest.doubt.written", ("slot", name));
    }

    private static string Time(Instant at, DateTimeZone zone) => at.InZone(zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
}
