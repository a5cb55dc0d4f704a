namespace SummaryBot.Articles;

/// <summary>What to make of dates that feeds claim.</summary>
internal static class ArticleDates
{
    /// <summary>News is dated since the web; an earlier year is a default of some program.</summary>
    private const int FirstYear = 1990;

    /// <summary>More than any mistaken time zone makes.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>The date, or null where nobody can have published then.</summary>
    public static DateTimeOffset? Sane(DateTimeOffset? published, DateTimeOffset now) =>
        published is { } date && date.UtcDateTime.Year >= FirstYear && date <= now + Slack ? date : null;

    /// <summary>When an article counts as new: as published, but never later than first seen, so that a date in the future is not first for ever.</summary>
    public static DateTimeOffset Dated(DateTimeOffset? published, DateTimeOffset firstSeen) => published is { } date && date < firstSeen ? date : firstSeen;
}
