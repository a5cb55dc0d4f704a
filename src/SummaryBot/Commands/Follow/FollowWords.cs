using NodaTime;
using SummaryBot.Commands.Digests;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests.Kinds;
using SummaryBot.Language;

namespace SummaryBot.Commands.Follow;

/// <summary>What somebody follows, in words.</summary>
internal static class FollowWords
{
    public static Reply Of(CommandCall call, Followed followed)
    {
        var (words, schedule) = (call.Words, followed.Digest.Digest.Schedule);
        var until = followed.PausedUntil;
        ReplyText?[] lines =
        [
            words.Of("follow.follows", ("topics", string.Join(", ", followed.Topics)), ("times", schedule.TimesText), ("zone", schedule.Zone.Id)),
            until is null ? words.Of("follow.next", ("next", DigestWords.Next(call, followed.Digest)))
                : until == Instant.MaxValue ? words.Of("follow.pausedForGood")
                : words.Of("follow.pausedUntil", ("time", until.Value.ToDateTimeOffset())),
            followed.PausedReason is null ? null : words.Of("follow.pausedByItself"),
        ];
        return new Reply { Lines = [.. lines.OfType<ReplyText>()] };
    }
}
