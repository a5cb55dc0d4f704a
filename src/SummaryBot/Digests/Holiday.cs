using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SummaryBot.Digests;

/// <summary>A day without an edition.</summary>
/// <param name="Year">Null for every year.</param>
/// <param name="Day">29 February is a holiday of leap years alone.</param>
public sealed record Holiday(int? Year, AnnualDate Day)
{
    private static readonly AnnualDatePattern EveryYear = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    public bool Is(LocalDate date) => (Year ?? date.Year) == date.Year && Day.Month == date.Month && Day.Day == date.Day;

    /// <summary>Reads <c>2026-12-25</c> or, for every year, <c>12-25</c>; null where the text is neither.</summary>
    public static Holiday? TryParse(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? new Holiday(date.Year, new AnnualDate(date.Month, date.Day))
        : EveryYear.Parse(text) is { Success: true, Value: var day } ? new Holiday(null, day)
        : null;

    public override string ToString() =>
        Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{Day.Month:00}-{Day.Day:00}") : EveryYear.Format(Day);
}
