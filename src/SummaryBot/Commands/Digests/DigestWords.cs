using System.Globalization;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Commands.Digests;

/// <summary>What digests are in words.</summary>
public static class DigestWords
{
    public static ReplyText Channel(ChannelAddress channel) =>
        string.Equals(channel.Scheme, ChannelAddress.Discord, StringComparison.Ordinal) ? new ReplyText([new ReplyPart.Channel(channel.Target)]) : channel.ToString();

    /// <summary>When it goes out next: <c>next due 2026-03-02T08:00 (Europe/London)</c>. In chats each reader sees the time in his own zone.</summary>
    public static ReplyText Next(CommandCall call, StoredDigest digest)
    {
        var due = digest.Upcoming().FirstOrDefault();
        return due is null ? call.Words.Of("digest.next.resumed")
            : due == Due.Never ? call.Words.Of("digest.next.once")
            : call.IsOperator ? call.Words.Of("digest.next.at", ("time", $"{due.LocalText} ({digest.Digest.Schedule.Zone.Id})"))
            : call.Words.Of("digest.next.at", ("time", due.At.ToDateTimeOffset()));
    }

    /// <summary>Whether it rests; empty where it does not.</summary>
    public static string State(Words words, StoredDigest digest, Instant now) => string.Join(", ", new[]
    {
        Pause(words, digest, now),
        digest.Skips > 0 ? words.Plain("digest.state.skips", ("count", digest.Skips)) : null,
        digest.IsWaiting ? words.Plain("digest.state.waits") : null,
    }.OfType<string>());

    /// <summary>How a pause is told: <c>paused until 2026-12-24 00:00</c>; null where there is none.</summary>
    public static string? Pause(Words words, StoredDigest digest, Instant now) =>
        !digest.IsPaused(now) ? null
        : digest.PausedUntil is { } until && until != Instant.MaxValue
            ? words.Plain("digest.state.pausedUntil", ("time", until.InZone(digest.Digest.Schedule.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)))
        : words.Plain("digest.state.paused");

    /// <summary>As <c>daily</c>, <c>weekdays</c> or <c>mon, thu</c>.</summary>
    public static string Days(Words words, DigestDays days) => string.Join(", ", days.ToString().Split(',').Select(day => words.Plain($"digest.day.{day}")));

    /// <summary>The days and local times with their zone; of one that posts at once only that.</summary>
    public static string Schedule(Words words, Digest digest) => digest.Editing.Kind is DigestKind.Urgent
        ? words.Plain("digest.option.kind.urgent")
        : $"{Days(words, digest.Schedule.Days)} {digest.Schedule.TimesText} ({digest.Schedule.Zone.Id})";
}
