using NodaTime;
using NodaTime.TimeZones;

namespace SummaryBot.Digests;

/// <summary>Local hours in which nothing is posted.</summary>
/// <param name="To">Where it is not later than <paramref name="From"/>, of the next day. Never the same.</param>
/// <param name="Days">The days that they begin on.</param>
public sealed record QuietHours(LocalTime From, LocalTime To, DigestDays Days)
{
    /// <summary>They begin when the clocks show <see cref="From"/>, or a later time, first.</summary>
    private static readonly ZoneLocalMappingResolver Start = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>They last while the clocks will still show a time before <see cref="To"/>.</summary>
    private static readonly ZoneLocalMappingResolver LastBeforeEnd = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnEndOfIntervalBefore);

    /// <summary>When the quiet hours that an instant lies in are over; null where it lies in none.</summary>
    public Instant? EndAfter(Instant instant, DateTimeZone zone)
    {
        var (end, day) = (instant, instant.InZone(zone).Date.PlusDays(-2));
        for (; day <= end.InZone(zone).Date; day = day.PlusDays(1))
        {
            if (Days.Include(day.DayOfWeek) && OfDay(day, zone) is var (from, to) && from <= end && end < to)
            {
                end = to; // the next may begin in this very moment
            }
        }

        return end == instant ? null : end;
    }

    /// <summary>As <c>22:00-07:00 daily</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{From:HH:mm}-{To:HH:mm} {Days}");

    private (Instant From, Instant To) OfDay(LocalDate day, DateTimeZone zone)
    {
        var end = (To > From ? day : day.PlusDays(1)) + To;
        return ((day + From).InZone(zone, Start).ToInstant(), end.PlusNanoseconds(-1).InZone(zone, LastBeforeEnd).ToInstant() + Duration.Epsilon);
    }
}
