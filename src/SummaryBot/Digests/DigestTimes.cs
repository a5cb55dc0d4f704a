using NodaTime;
using NodaTime.Text;

namespace SummaryBot.Digests;

/// <summary>Reads times that somebody writes for a digest, in its zone.</summary>
public static class DigestTimes
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads <c>2026-11-27T08:00</c>, <c>08:00</c> of today, or a time with an offset such as <c>2026-11-27T08:00:00Z</c>; null where the text is none of these.</summary>
    public static Instant? TryParse(string text, DateTimeZone zone, Instant now)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var exact })
        {
            return exact.ToInstant();
        }

        var local = Local.Parse(text.Replace(' ', 'T'));
        var clock = Clock.Parse(text);
        return local.Success ? local.Value.InZoneLeniently(zone).ToInstant()
            : clock.Success ? (now.InZone(zone).Date + clock.Value).InZoneLeniently(zone).ToInstant()
            : null;
    }

    /// <summary>Reads a day such as <c>2026-12-24</c>; null where the text is none.</summary>
    public static LocalDate? TryParseDay(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;
}
