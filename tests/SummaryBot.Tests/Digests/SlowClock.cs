using NodaTime;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

/// <summary>When the clock of a zone comes to a time of day, by looking at it in every minute.</summary>
internal sealed class SlowClock
{
    private readonly ILookup<LocalTime, Due> _dues;

    /// <param name="from">Two days before it and after <paramref name="to"/> are looked at too.</param>
    public SlowClock(string zoneId, Instant from, Instant to, IReadOnlyCollection<LocalTime> times)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var dues = new List<Due>();
        var shown = (from - Duration.FromDays(2)).InZone(zone).LocalDateTime;
        for (var at = from - Duration.FromDays(2); at < to + Duration.FromDays(2); at += Duration.FromMinutes(1))
        {
            var clock = at.InZone(zone).LocalDateTime;
            for (; shown < clock; shown = shown.PlusMinutes(1))
            {
                var come = shown.PlusMinutes(1);
                if (times.Contains(come.TimeOfDay))
                {
                    dues.Add(new Due(come, at));
                }
            }
        }

        _dues = dues.ToLookup(due => due.Local.TimeOfDay);
    }

    public IEnumerable<Due> Dues(LocalTime time) => _dues[time];
}
