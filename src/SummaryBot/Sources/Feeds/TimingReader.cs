using System.Globalization;

namespace SummaryBot.Sources.Feeds;

/// <summary>Reads when a feed asks to be visited: ttl, skipHours and skipDays of RSS 2.0, the syndication module of RSS 1.0.</summary>
internal static class TimingReader
{
    private static readonly TimeSpan MaxInterval = TimeSpan.FromDays(30);

    public static FeedTiming Read(FeedNode channel) =>
        new(Ttl(channel) ?? Syndication(channel), [.. Hours(channel).Distinct().Order()], [.. Days(channel).Distinct().Order()]);

    private static TimeSpan? Ttl(FeedNode channel) => Number(channel.TextOf("ttl")) is > 0 and var minutes ? Bounded(TimeSpan.FromMinutes(minutes)) : null;

    private static TimeSpan? Syndication(FeedNode channel)
    {
        var period = channel.TextOf("sy:updateperiod")?.Lower() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => TimeSpan.Zero,
        };
        var frequency = Number(channel.TextOf("sy:updatefrequency")) is > 0 and var times ? times : 1;
        return period > TimeSpan.Zero ? Bounded(period / frequency) : null;
    }

    /// <summary>Some count from 1 to 24.</summary>
    private static IEnumerable<int> Hours(FeedNode channel) => channel.First("skiphours")?.All("hour").Take(100)
        .Select(hour => Number(hour.Text)).OfType<int>().Where(hour => hour is >= 0 and <= 24).Select(hour => hour % 24) ?? [];

    private static IEnumerable<DayOfWeek> Days(FeedNode channel) => channel.First("skipdays")?.All("day").Take(100)
        .Select(day => Enum.TryParse<DayOfWeek>(day.Text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : (DayOfWeek?)null).OfType<DayOfWeek>() ?? [];

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan Bounded(TimeSpan interval) => interval < MaxInterval ? interval : MaxInterval;
}
