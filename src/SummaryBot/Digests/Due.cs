using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SummaryBot.Digests;

/// <summary>One time that an edition is due.</summary>
/// <param name="Local">Date and time as the schedule names them, to the minute; what an edition is known by within its digest.</param>
/// <param name="At">The instant: later than <paramref name="Local"/> says where the clocks skip it or it lies in quiet hours, the first one where they repeat it.</param>
public sealed record Due(LocalDateTime Local, Instant At)
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>The local date and time as <c>2026-03-29T02:30</c>.</summary>
    public string LocalText => Text(Local);

    /// <summary>A local date and time as <c>2026-03-29T02:30</c>.</summary>
    public static string Text(LocalDateTime local) => Pattern.Format(local);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    internal static LocalDateTime ParseLocal(string text) => Pattern.Parse(text).Value;

    public static Due Parse(string localText, long atMilliseconds) =>
        new(Pattern.Parse(localText).Value, Instant.FromUnixTimeMilliseconds(atMilliseconds));

    /// <summary>By instant; local times that the clocks skip, or that quiet hours hold back, fall on one instant and keep their own order.</summary>
    public bool IsAfter(Due other) => At > other.At || (At == other.At && Local > other.Local);

    /// <summary>The local day for people: <c>Thu 30 March</c>.</summary>
    public string DayText => DayOf(Local);

    internal static string DayOf(LocalDateTime local) => local.ToString("ddd d MMMM", CultureInfo.InvariantCulture);
}
