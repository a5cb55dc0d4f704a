using System.Globalization;
using NodaTime;
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
    internal static string Day(LocalDateTime of, LocalDateTime from) => of.Date == from.Date ? of.ToString("HH:mm", CultureInfo.InvariantCulture)
        : of.Date.PlusDays(1) == from.Date ? "yesterday"
        : of.ToString("ddd d MMMM", CultureInfo.InvariantCulture);

    private static IEnumerable<(double Strength, string Text)> Signals(RankedStory ranked, SelectionRequest request)
    {
        var (story, signals) = (ranked.Story, ranked.Signals);
        if (signals.Outlets > 1)
        {
            yield return (signals.OfOutlets, $"{signals.Outlets} sources");
        }

        if (request.Editing.Filters.FirstOrDefault(rule => signals.Hits.Contains(rule.Id)) is { } rule)
        {
            yield return (signals.OfHits, $"filter “{rule.Value}”");
        }

        if (signals.Feedback > 0)
        {
            yield return (signals.Feedback, $"readers' feedback {FeedbackText(signals.Feedback)}");
        }

        if (signals.Trust > 0)
        {
            yield return (signals.Trust, $"trusted source {FeedbackText(signals.Trust)}");
        }

        var isCarried = story.Since < request.Due.Local;
        if (isCarried)
        {
            yield return (CarriedStrength, $"carried over from {Day(story.Since, request.Due.Local)}");
        }

        if (signals.NewArticles > 1 && (isCarried || story.ShownBefore is not null))
        {
            yield return (signals.OfActivity, $"{signals.NewArticles} reports in 24 h");
        }
    }

    private static string Weakest(RankedStory ranked, string leadId, SelectionRequest request) => ranked.Story switch
    {
        { ShownBefore: not null } => "update",
        var story when story.Passing.FirstOrDefault(it => it.IsNewest && string.Equals(it.News.Id, leadId, StringComparison.Ordinal))?.News.Outlet is { } outlet =>
            $"newest from {outlet}",
        _ => Age(request.Due.At.ToUnixTimeMilliseconds() - ranked.Signals.NewestAt),
    };

    private static string Age(long milliseconds) => Math.Floor(milliseconds / HourMilliseconds) switch
    {
        < 1 => "less than 1 h old",
        < 48 and var hours => $"{hours} h old",
        var hours => $"{Math.Floor(hours / 24)} days old",
    };

    internal static string FeedbackText(double points) => points.ToString("+0.0#;-0.0#", CultureInfo.InvariantCulture);

    internal static string RuleText(FilterRule rule) =>
        $"filter rule {rule.Id} is not met: {ChoiceText.Of(rule.Field)} {FilterOpText.Of(rule.Op)} “{rule.Value}”";
}
