using CsCheck;
using SummaryBot.Sources;
using SummaryBot.Sources.Feeds;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Tests.Sources;

public sealed class VisitTimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 30, 0, TimeSpan.Zero); // a Wednesday
    private static readonly SourceOptions Bounds = new() { MinInterval = TimeSpan.FromMinutes(5), MaxInterval = TimeSpan.FromDays(1) };

    [Fact]
    public void A_source_without_news_is_visited_less_and_less_down_to_the_bound()
    {
        var interval = TimeSpan.FromMinutes(30);
        for (var i = 0; i < 20; i++)
        {
            interval = VisitTimes.Interval(interval, newItems: 0, Bounds);
        }

        Assert.Equal(TimeSpan.FromDays(1), interval);
    }

    [Fact]
    public void The_interval_finds_its_way_to_about_one_new_item_a_visit()
    {
        var random = new Random(1);
        var (interval, visits, items, gap) = (TimeSpan.FromMinutes(30), 0, 0, TimeSpan.FromHours(2));
        var next = gap;
        for (var at = TimeSpan.Zero; at < TimeSpan.FromDays(60);)
        {
            at += interval;
            var found = 0;
            for (; next <= at; found++)
            {
                next += gap * -Math.Log(1 - random.NextDouble());
            }

            interval = VisitTimes.Interval(interval, found, Bounds);
            (visits, items) = (visits + 1, items + found);
        }

        Assert.InRange((double)items / visits, .6, 1.4);
    }

    [Theory]
    [InlineData(null, null, 60)]
    [InlineData(120, null, 120)]
    [InlineData(null, 180, 180)]
    [InlineData(10, 10, 60)]
    [InlineData(100_000, null, 1440)]
    public void What_a_source_asks_for_is_the_least_within_the_bounds(int? ttlMinutes, int? maxAgeMinutes, int minutes)
    {
        var timing = new FeedTiming(ttlMinutes is { } ttl ? TimeSpan.FromMinutes(ttl) : null, [], []);
        var maxAge = maxAgeMinutes is { } age ? TimeSpan.FromMinutes(age) : (TimeSpan?)null;
        Assert.Equal(Now.AddMinutes(minutes), VisitTimes.AfterSuccess(Now, TimeSpan.FromHours(1), timing, maxAge, Bounds, luck: 0));
    }

    [Fact]
    public void Hours_and_days_that_a_source_skips_are_left_out()
    {
        var hours = new FeedTiming(null, [11, 12, 13], []);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 14, 30, 0, TimeSpan.Zero), VisitTimes.AfterSuccess(Now, TimeSpan.FromHours(1), hours, null, Bounds, 0));
        var days = new FeedTiming(null, [], [DayOfWeek.Wednesday, DayOfWeek.Thursday]);
        Assert.Equal(DayOfWeek.Friday, VisitTimes.AfterSuccess(Now, TimeSpan.FromHours(1), days, null, Bounds, 0).DayOfWeek);
        var all = new FeedTiming(null, [.. Enumerable.Range(0, 24)], []);
        Assert.Equal(Now.AddHours(1), VisitTimes.AfterSuccess(Now, TimeSpan.FromHours(1), all, null, Bounds, 0));
    }

    [Fact]
    public void Nobody_is_asked_before_the_time_that_they_named() => Gen.Select(Gen.Double[0, 1], Gen.Int[5, 1440], Gen.Int[0, 1440]).Sample((luck, interval, ttl) =>
    {
        var timing = new FeedTiming(TimeSpan.FromMinutes(ttl), [], []);
        var next = VisitTimes.AfterSuccess(Now, TimeSpan.FromMinutes(interval), timing, null, Bounds, luck);
        Assert.InRange(next - Now, TimeSpan.FromMinutes(Math.Max(interval, ttl)), TimeSpan.FromMinutes(1.1 * Math.Max(interval, ttl)));
    });

    [Fact]
    public void A_failing_source_is_asked_less_and_less_but_just_when_the_notice_is_due()
    {
        var (now, failures, times) = (Now, 0, new List<double>());
        while (now < Now.AddDays(2))
        {
            now = VisitTimes.AfterFailure(now, ++failures, Now, Bounds, luck: 0);
            times.Add((now - Now).TotalMinutes);
        }

        Assert.Equal([5, 15, 35, 75, 155, 315, 635, 995, 1355, 1440], times.Take(10));
    }
}
