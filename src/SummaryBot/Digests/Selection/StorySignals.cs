using System.Text.Json.Serialization;

namespace SummaryBot.Digests.Selection;

/// <summary>What the rank of a story follows from. Each can be counted again from the database; "its articles" are those the digest may see and its filters let through.</summary>
/// <param name="Outlets">How many outlets its articles are from; one without a name does not count.</param>
/// <param name="NewestAt">The date of its newest candidate article, in UTC milliseconds since 1970.</param>
/// <param name="Hits">The numbers of the filter rules that found what they look for in a candidate article, in order.</param>
/// <param name="Feedback">The mean of what readers' feedback adds or takes for its outlets.</param>
/// <param name="NewArticles">How many of its articles became news in the 24 hours before the edition was due, or since.</param>
/// <param name="Length">Of its longest candidate article, in Unicode code points.</param>
public sealed record StorySignals(int Outlets, long NewestAt, IReadOnlyList<int> Hits, double Feedback, int NewArticles, long Length)
{
    /// <summary>The mean of what the trust in its outlets adds or takes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Trust { get; init; }

    /// <summary>Points for twice as many outlets.</summary>
    private const double OutletPoints = 1;

    /// <summary>More outlets than these count no more.</summary>
    private const int MostOutlets = 8;

    /// <summary>Points of the newest story; half of them after 24 hours, and so on.</summary>
    private const double FreshnessPoints = 1;

    private const double HitPoints = 0.5;

    private const int MostHits = 4;

    /// <summary>Points for each new article.</summary>
    private const double ActivityPoints = 0.1;

    private const int MostNewArticles = 10;

    /// <summary>Points of a long article.</summary>
    private const double LengthPoints = 0.5;

    /// <summary>Code points of an article that is as long as one need be.</summary>
    private const double FullLength = 3000;

    /// <summary>Of the points, so that they are the same on every machine.</summary>
    private const int Digits = 4;

    internal const long DayMilliseconds = 24 * 60 * 60 * 1000;

    internal double OfOutlets => OutletPoints * Math.Log2(Math.Clamp(Outlets, 1, MostOutlets));

    internal double OfHits => HitPoints * Math.Min(Hits.Count, MostHits);

    internal double OfActivity => ActivityPoints * Math.Min(NewArticles, MostNewArticles);

    /// <summary>The rank: the sum of the points that each signal gives.</summary>
    /// <param name="dueAt">When the edition was due, in UTC milliseconds since 1970.</param>
    public double Score(long dueAt) => Math.Round(
        OfOutlets + (FreshnessPoints * Math.Pow(0.5, Math.Max(0, dueAt - NewestAt) / (double)DayMilliseconds)) + OfHits + Feedback + Trust + OfActivity
            + (LengthPoints * Math.Min(1, Length / FullLength)),
        Digits);
}
