using System.Globalization;

namespace SummaryBot.Host.Simulation;

/// <summary>Days and times of ISO 8601: <c>2026-03-29</c>, <c>2026-03-29T02:30</c>, <c>2026-03-29T02:30:15.5+02:00</c>. Without a zone they are UTC.</summary>
internal static class IsoTime
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>In the zone that it names; null where it is none.</summary>
    public static DateTimeOffset? TryParse(string? text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
