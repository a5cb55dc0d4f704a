using SummaryBot.Sources.Feeds;

namespace SummaryBot.Sources.Visits;

/// <summary>When a source is visited next. Jitter only ever adds, so that nobody is asked before the time that they named.</summary>
public static class VisitTimes
{
    /// <summary>A notice of a failing source is written after so long.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(1);

    /// <summary>A source whose every answer was 404 for so long has ended.</summary>
    public static readonly TimeSpan Missing = TimeSpan.FromDays(7);

    /// <summary>What a host that says nothing more than "too many requests" gets.</summary>
    public static readonly TimeSpan UnnamedWait = TimeSpan.FromMinutes(15);

    private const int HoursOfWeek = 7 * 24;
    private const double None = 1.5;
    private const double Jitter = .1;

    private static readonly TimeSpan MostBackOff = TimeSpan.FromHours(6);
    private static readonly TimeSpan MostWait = TimeSpan.FromDays(2);

    /// <summary>An interval in which about one new item comes: longer after a visit that found none, shorter, but by half at most, after one that found several.</summary>
    /// <param name="wish">The longest that a subscriber would have; null where none says. The operator's least holds all the same.</param>
    public static TimeSpan Interval(TimeSpan current, int newItems, SourceOptions bounds, TimeSpan? wish = null)
    {
        var interval = newItems == 0 ? current * None : current / Math.Min(newItems, 2);
        return Within(bounds, wish < interval ? wish.Value : interval);
    }

    /// <param name="maxAge">From Cache-Control; null where the answer did not say.</param>
    /// <param name="luck">0 to 1.</param>
    public static DateTimeOffset AfterSuccess(
        DateTimeOffset now, TimeSpan interval, FeedTiming timing, TimeSpan? maxAge, SourceOptions bounds, double luck)
    {
        var asked = new[] { interval, timing.Interval ?? TimeSpan.Zero, maxAge ?? TimeSpan.Zero }.Max();
        return PastSkipped(now + Jittered(Within(bounds, asked), luck), timing);
    }

    /// <summary>Twice as long after each failure; a visit falls on the time when a notice is due.</summary>
    /// <param name="failures">In a row, this one included.</param>
    public static DateTimeOffset AfterFailure(DateTimeOffset now, int failures, DateTimeOffset failingSince, SourceOptions bounds, double luck)
    {
        var delay = bounds.MinInterval * Math.Pow(2, Math.Min(failures - 1, 10));
        var next = now + Jittered(delay < MostBackOff ? delay : MostBackOff, luck);
        var notice = failingSince + Notice;
        return now < notice && notice < next ? notice : next;
    }

    /// <summary>When a host that asked for patience may be asked again.</summary>
    public static DateTimeOffset AfterWait(DateTimeOffset now, TimeSpan? asked) =>
        now + (asked is not { } wait || wait <= TimeSpan.Zero ? UnnamedWait : wait < MostWait ? wait : MostWait);

    public static TimeSpan Jittered(TimeSpan delay, double luck) => delay * (1 + (Jitter * luck));

    /// <summary>The first hour that the source does not ask to skip; the time itself where it would skip all.</summary>
    private static DateTimeOffset PastSkipped(DateTimeOffset at, FeedTiming timing)
    {
        var utc = at.ToUniversalTime();
        var hour = new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero);
        var skipped = Enumerable.Range(0, HoursOfWeek).TakeWhile(i => IsSkipped(hour.AddHours(i), timing)).Count();
        return skipped is 0 or HoursOfWeek ? at : hour.AddHours(skipped) + (utc - hour);
    }

    private static bool IsSkipped(DateTimeOffset hour, FeedTiming timing) =>
        timing.SkipHours.Contains(hour.Hour) || timing.SkipDays.Contains(hour.DayOfWeek);

    private static TimeSpan Within(SourceOptions bounds, TimeSpan interval) =>
        interval > bounds.MaxInterval ? bounds.MaxInterval : interval < bounds.MinInterval ? bounds.MinInterval : interval;
}
