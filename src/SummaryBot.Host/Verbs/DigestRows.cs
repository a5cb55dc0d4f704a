using NodaTime;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>A digest as it is listed.</summary>
internal static class DigestRows
{
    public static string[] Cells(StoredDigest stored, Instant now)
    {
        var (digest, schedule) = (stored.Digest, stored.Digest.Schedule);
        var next = stored.Upcoming().FirstOrDefault()?.LocalText ?? "when it is resumed";
        return [digest.Name, ChoiceText.Of(digest.Editing.Kind), digest.Channel.ToString(), schedule.Days.ToString(), schedule.TimesText, schedule.Zone.Id, next, State(stored, now)];
    }

    /// <summary>When a digest goes out next, for a sentence: <c>next due 2026-03-02T08:00 (Europe/London)</c>.</summary>
    public static string Next(StoredDigest stored) => stored.Upcoming().FirstOrDefault() is { } due
        ? $"next due {due.LocalText} ({stored.Digest.Schedule.Zone.Id})"
        : "next due when it is resumed";

    public static object Describe(StoredDigest stored, Instant now) => new
    {
        stored.Digest.Name,
        Channel = stored.Digest.Channel.ToString(),
        Days = stored.Digest.Schedule.Days.ToString(),
        Times = stored.Digest.Schedule.TimesText.Split(' '),
        Zone = stored.Digest.Schedule.Zone.Id,
        stored.Digest.MaxStories,
        Length = ChoiceText.Of(stored.Digest.Length),
        Layout = ChoiceText.Of(stored.Digest.Layout),
        Empty = ChoiceText.Of(stored.Digest.Empty),
        stored.Digest.Guild,
        Mention = stored.Digest.Posting.MentionRole,
        Thread = ChoiceText.Of(stored.Digest.Posting.Thread),
        stored.Digest.Posting.Crosspost,
        Tags = stored.Digest.Posting.Tags ?? [],
        Brand = BrandReader.Write(stored.Digest.Posting.Brand ?? Chat.Brand.None),
        Editing = EditorialText.Of(stored.Digest),
        NextDueLocal = stored.NextDue.LocalText,
        NextDueAt = stored.NextDue.At.ToDateTimeOffset(),
        IsPaused = stored.IsPaused(now),
        PausedUntil = stored.IsPaused(now) && stored.PausedUntil != Instant.MaxValue ? stored.PausedUntil?.ToDateTimeOffset() : null,
        stored.Skips,
        stored.IsWaiting,
        NextEditionLocal = stored.Upcoming().FirstOrDefault()?.LocalText,
    };

    private static string State(StoredDigest stored, Instant now) => string.Join(", ", new[]
    {
        SendNowCheck.PauseText(stored, now),
        stored.Skips > 0 ? $"skips {stored.Skips}" : null,
        stored.IsWaiting ? "waits for news" : null,
    }.OfType<string>());
}
