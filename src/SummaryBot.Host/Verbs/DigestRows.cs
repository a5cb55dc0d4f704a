using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>A digest as it is listed.</summary>
internal static class DigestRows
{
    public static string[] Cells(StoredDigest stored)
    {
        var (digest, schedule) = (stored.Digest, stored.Digest.Schedule);
        return [digest.Name, digest.Channel.ToString(), schedule.Days.ToString(), schedule.TimesText, schedule.Zone.Id, stored.NextText];
    }

    public static object Describe(StoredDigest stored) => new
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
    };
}
