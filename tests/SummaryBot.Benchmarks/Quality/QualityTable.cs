using System.Globalization;
using SummaryBot.Summarization.Training.Rouge;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>The figures of several systems on the articles of a task, each beside those of LEAD.</summary>
internal sealed class QualityTable
{
    private readonly IReadOnlyList<JudgedArticle> _articles;
    private readonly RougeScore[] _lead;

    public QualityTable(IReadOnlyList<JudgedArticle> articles)
    {
        _articles = articles;
        _lead = [.. Choose(QualitySystem.Lead).Select(row => row.Score)];
        Header = string.Create(
            CultureInfo.InvariantCulture,
            $"  {"system",-14} {"R1 [95 %]",-20}{"R2",-20}{"RLsum",-20}"
            + $"{"R1 - LEAD",-24}{"R2 - LEAD",-24}{"RLsum - LEAD",-24}{"words",5}  better / worse");
    }

    public string Header { get; }

    public string Row(QualitySystem system)
    {
        var chosen = Choose(system);
        RougeScore[] scores = [.. chosen.Select(row => row.Score)];
        RougeScore[] gains = [.. scores.Zip(_lead, (score, lead) => score - lead)];
        var intervals = Interval.Of([.. Columns(scores), .. Columns(gains)]);
        var absolute = string.Concat(intervals[..3].Select(interval => $"{interval.ToText("F2"),-20}"));
        var relative = system == QualitySystem.Lead
            ? new string(' ', 72)
            : string.Concat(intervals[3..].Select(interval => $"{interval.ToText("+0.00;-0.00"),-24}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {system.Name,-14} {absolute}{relative}{chosen.Average(row => row.Words),5:F1}  "
            + $"{Share(gains, gain => gain > 0)} / {Share(gains, gain => gain < 0)}");
    }

    private static string Share(RougeScore[] gains, Func<double, bool> counts) =>
        ((double)gains.Count(gain => counts(gain.Mean)) / gains.Length).ToString("P0", CultureInfo.InvariantCulture);

    private static double[][] Columns(RougeScore[] scores) =>
    [
        Array.ConvertAll(scores, score => score.One),
        Array.ConvertAll(scores, score => score.Two),
        Array.ConvertAll(scores, score => score.Lsum),
    ];

    /// <summary>One thread has an article at a time, for its scorer is not made for two.</summary>
    private (RougeScore Score, int Words)[] Choose(QualitySystem system) => [.. _articles.AsParallel().AsOrdered().Select(article =>
    {
        var set = system.Choose(article);
        return (article.Rouge.Score(set), set.Sum(place => article.Words[place]));
    })];
}
