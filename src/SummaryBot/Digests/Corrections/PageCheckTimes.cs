namespace SummaryBot.Digests.Corrections;

/// <summary>When a page that a message quotes is looked at again: 1, 6 and 24 hours after that was sent, and sooner where it was missing.</summary>
public static class PageCheckTimes
{
    public static readonly TimeSpan First = TimeSpan.FromHours(1);

    /// <summary>Missing twice in less may be one slip of the server.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(30);

    /// <summary>Missing twice in more are two.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromHours(24);

    /// <summary>What cannot be looked at for so long is given up.</summary>
    private static readonly TimeSpan End = TimeSpan.FromHours(48);

    private static readonly TimeSpan SecondLook = TimeSpan.FromMinutes(35);
    private static readonly TimeSpan[] Usual = [First, TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>Whether a page that is missing now was withdrawn.</summary>
    public static bool IsGone(DateTimeOffset? missingSince, DateTimeOffset now) => now - missingSince >= Apart && now - missingSince <= Together;

    /// <summary>The next look; null where there is none.</summary>
    public static DateTimeOffset? Next(DateTimeOffset quotedAt, DateTimeOffset now) =>
        Array.Find(Usual, after => quotedAt + after > now) is var next && next > TimeSpan.Zero ? quotedAt + next : null;

    /// <summary>The next look after one that told nothing, or that the page is missing.</summary>
    /// <param name="openAt">When its host may be asked again; null where it did not say.</param>
    public static DateTimeOffset? Again(DateTimeOffset quotedAt, DateTimeOffset now, DateTimeOffset? openAt) =>
        (openAt > now ? openAt.Value : now + SecondLook) is var next && next < quotedAt + End ? next : null;
}
