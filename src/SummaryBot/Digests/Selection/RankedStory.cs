using NodaTime;

namespace SummaryBot.Digests.Selection;

/// <summary>A story that an edition may show, with its rank.</summary>
/// <param name="Score">The higher the better.</param>
public sealed record RankedStory(CandidateStory Story, StorySignals Signals, double Score)
{
    internal static RankedStory Of(CandidateStory story, SelectionRequest request)
    {
        var dueAt = request.Due.At.ToUnixTimeMilliseconds();
        var outlets = story.Outlets;
        var signals = new StorySignals(
            outlets.Count,
            story.Passing.Max(article => article.News.DatedAt),
            [.. story.Passing.SelectMany(article => article.Hits).Select(rule => rule.Id).Distinct().Order()],
            outlets.Count == 0 || request.Points.Count == 0 ? 0 : outlets.Average(outlet => PointsOf(outlet, request)),
            story.Articles.Count(article => article.FilteredBy is null && article.News.NewsAt > dueAt - StorySignals.DayMilliseconds),
            story.Length);
        return new RankedStory(story, signals, signals.Score(dueAt));
    }

    /// <summary>Whether this edition is the last that may show it, however young its articles are.</summary>
    internal bool IsLastChance(SelectionRequest request) => request.Due.Local >= Story.Since + Period.FromDays(request.Editing.CarryDays);

    private static double PointsOf(string outlet, SelectionRequest request) => request.Points.GetValueOrDefault(outlet)?.Points ?? 0;
}
