using NodaTime;
using NodaTime.Text;

namespace SummaryBot.Digests.Archive;

/// <summary>Local days of editions, both ends included; null where there is no end.</summary>
public sealed record ArchiveDays(LocalDate? First, LocalDate? Last)
{
    public static ArchiveDays All { get; } = new(null, null);

    internal (string First, string Last) Texts => (Text(First) ?? "0000-01-01", Text(Last) ?? "9999-12-31");

    /// <summary>A day as <c>2026-03-29</c>; null where the text is none.</summary>
    public static LocalDate? TryParse(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;

    private static string? Text(LocalDate? day) => day is { } given ? LocalDatePattern.Iso.Format(given) : null;
}
