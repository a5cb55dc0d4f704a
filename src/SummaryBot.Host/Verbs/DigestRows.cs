using NodaTime;
using SummaryBot.Commands.Digests;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Host.Verbs;

/// <summary>A digest as it is listed.</summary>
internal static class DigestRows
{
    public static string[] Cells(StoredDigest stored, Instant now)
    {
        var (digest, schedule) = (stored.Digest, stored.Digest.Schedule);
        return [digest.Name, ChoiceText.Of(digest.Editing.Kind), digest.Channel.ToString(), schedule.Days.ToString(), schedule.TimesText, schedule.Zone.Id, stored.NextText, DigestWords.State(Words.English, stored, now)];
    }

    public static object Describe(StoredDigest stored, Instant now) => new
    {
        stored.Digest.Name,
        Channel = stored.Digest.Channel.ToString(),
        Days = stored.Digest.Schedule.Days.ToString(),
        Times = stored.Digest.Schedule.TimesText.Split(' ', StringSplitOptions.RemoveEmptyEntries),
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
        NextDueLocal = stored.NextDue == Due.Never ? null : stored.NextDue.LocalText,
        NextDueAt = stored.NextDue == Due.Never ? (DateTimeOffset?)null : stored.NextDue.At.ToDateTimeOffset(),
        IsPaused = stored.IsPaused(now),
        PausedUntil = stored.IsPaused(now) && stored.PausedUntil != Instant.MaxValue ? stored.PausedUntil?.ToDateTimeOffset() : null,
        stored.Skips,
        stored.IsWaiting,
        NextEditionLocal = stored.Upcoming().FirstOrDefault() is { } due && due != Due.Never ? due.LocalText : null,
    };
}
