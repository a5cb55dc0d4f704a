using System.Globalization;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Digests.Selection;

/// <summary>Says why a story is in an edition: its one or two strongest signals, each of them true.</summary>
public static class WhyLine
{
    private const int Most = 2;

    /// <summary>A carried story's strength among the signals: more than a single filter hit has not, less than two outlets.</summary>
    private const double CarriedStrength = 0.4;

    private const double HourMilliseconds = 60 * 60 * 1000;

    /// <param name="leadId">The article that the story is shown by.</param>
    public static string Of(RankedStory ranked, string leadId, SelectionRequest request)
    {
        var strongest = Signals(ranked, request).OrderByDescending(it => it.Strength).Take(Most).Select(it => it.Text).ToList();
        return strongest.Count > 0 ? string.Join(" · ", strongest) : Weakest(ranked, leadId, request);
    }

    /// <summary>The day of an edition for people, seen from another one: <c>yesterday</c>, <c>Mon 2 March</c>; of the same day the time.</summary>
    internal static string Day(LocalDateTime of, LocalDateTime from, FrameWords frame) => of.Date == from.Date ? of.ToString("HH:mm", CultureInfo.InvariantCulture)
        : of.Date.PlusDays(1) == from.Date ? frame.Plain("yesterday")
        : frame.Day(of);

    private static IEnumerable<(double Strength, string Text)> Signals(RankedStory ranked, SelectionRequest request)
    {
        var (story, signals, frame) = (ranked.Story, ranked.Signals, request.Frame);
        if (signals.Outlets > 1)
        {
            yield return (signals.OfOutlets, frame.Plain("sources", ("count", signals.Outlets)));
        }

        if (request.Editing.Filters.FirstOrDefault(rule => signals.Hits.Contains(rule.Id)) is { } rule)
        {
            yield return (signals.OfHits, frame.Plain("filter", ("value", rule.Value)));
        }

        if (signals.Feedback > 0)
        {
            yield return (signals.Feedback, frame.Plain("feedback", ("points", FeedbackText(signals.Feedback))));
        }

        if (signals.Trust > 0)
        {
            yield return (signals.Trust, $"trusted source {FeedbackText(signals.Trust)}");
        }

        var isCarried = story.Since < request.Due.Local;
        if (isCarried)
        {
            yield return (CarriedStrength, frame.Plain("carried", ("day", Day(story.Since, request.Due.Local, frame))));
        }

        if (signals.NewArticles > 1 && (isCarried || story.ShownBefore is not null))
        {
            yield return (signals.OfActivity, frame.Plain("reports", ("count", signals.NewArticles)));
        }
    }

    private static string Weakest(RankedStory ranked, string leadId, SelectionRequest request) => ranked.Story switch
    {
        { ShownBefore: not null } => request.Frame.Plain("isUpdate"),
        var story when story.Passing.FirstOrDefault(it => it.IsNewest && string.Equals(it.News.Id, leadId, StringComparison.Ordinal))?.News.Outlet is { } outlet =>
            request.Frame.Plain("newest", ("outlet", outlet)),
        _ => Age(request.Due.At.ToUnixTimeMilliseconds() - ranked.Signals.NewestAt, request.Frame),
    };

    private static string Age(long milliseconds, FrameWords frame) => Math.Floor(milliseconds / HourMilliseconds) switch
    {
        < 1 => frame.Plain("ageFresh"),
        < 48 and var hours => frame.Plain("ageHours", ("count", hours)),
        var hours => frame.Plain("ageDays", ("count", Math.Floor(hours / 24))),
    };

    internal static string FeedbackText(double points) => points.ToString("+0.0#;-0.0#", CultureInfo.InvariantCulture);

    internal static string RuleText(FilterRule rule) =>
        $"filter rule {rule.Id} is not met: {ChoiceText.Of(rule.Field)} {FilterOpText.Of(rule.Op)} “{rule.Value}”";
}
