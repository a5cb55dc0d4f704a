namespace SummaryBot.Digests.Selection;

/// <summary>A story that an edition may show, with its rank.</summary>
/// <param name="Score">The higher the better.</param>
/// <param name="IsLastChance">Whether this edition is the last that may show it, however young its articles are.</param>
public sealed record RankedStory(CandidateStory Story, StorySignals Signals, double Score, bool IsLastChance)
{
    internal static RankedStory Of(CandidateStory story, SelectionRequest request)
    {
        var dueAt = request.Due.At.ToUnixTimeMilliseconds();
        var outlets = story.Outlets;
        var signals = new StorySignals(
            outlets.Count,
            story.Passing.Max(article => article.News.DatedAt),
            HitsOf(story, request),
            outlets.Count == 0 || request.Points.Count == 0 ? 0 : outlets.Average(outlet => PointsOf(outlet, request)),
            story.Articles.Count(article => article.FilteredBy is null && article.News.NewsAt > dueAt - StorySignals.DayMilliseconds),
            story.Length)
        {
            Trust = outlets.Count == 0 || request.Wishes.Count == 0 ? 0 : outlets.Average(outlet => request.Wishes.GetValueOrDefault(outlet)?.Points ?? 0),
        };
        return new RankedStory(story, signals, signals.Score(dueAt), request.Due.Local >= story.Since.PlusDays(request.Editing.CarryDays));
    }

    private static IReadOnlyList<int> HitsOf(CandidateStory story, SelectionRequest request) => request.Editing.Filters.Count == 0 ? []
        : [.. story.Passing.SelectMany(article => article.Hits).Select(rule => rule.Id).Distinct().Order()];

    private static double PointsOf(string outlet, SelectionRequest request) => request.Points.GetValueOrDefault(outlet)?.Points ?? 0;
}
