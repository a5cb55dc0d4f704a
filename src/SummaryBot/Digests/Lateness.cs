using NodaTime;
using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>What an edition says of its own lateness.</summary>
public static class Lateness
{
    /// <summary>A shorter delay is not worth a word.</summary>
    private static readonly Duration Noticed = Duration.FromMinutes(2);

    /// <param name="startedAt">When this process started: a due time before that was missed because the bot was down.</param>
    /// <param name="waited">Whether it was due before and waited for news.</param>
    public static string? Text(Due due, Instant now, Instant startedAt, bool waited, FrameWords frame)
    {
        var late = now - due.At;
        if (late < Noticed)
        {
            return null;
        }

        var minutes = (int)late.TotalMinutes;
        var length = minutes < 60 ? frame.Plain("minutes", ("minutes", minutes)) : frame.Plain("hours", ("hours", minutes / 60), ("minutes", minutes % 60));
        return frame.Plain(waited ? "lateNoNews" : due.At < startedAt ? "lateRestarted" : "late", ("length", length));
    }
}
