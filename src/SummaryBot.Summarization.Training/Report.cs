using SummaryBot.Summarization.Training.Rouge;
using SummaryBot.Summarization.Training.Stages;

namespace SummaryBot.Summarization.Training;

/// <summary>Prints cross-validated figures beside LEAD's.</summary>
internal static class Report
{
    public static void Print(string name, IReadOnlyList<TrainingText> texts)
    {
        TrainingText[] plain = [.. texts.Where(text => text.IsBudget || !text.Article.HasByline)];
        Console.WriteLine($"{name}: {plain.Length} of {texts.Count} articles without a byline");
        Console.WriteLine(FormattableString.Invariant(
            $"  AUC of terms {Auc(texts, text => text.Terms, text => text.KeptTerms):F4}, of bigrams {Auc(texts, text => text.Pairs, text => text.KeptBigrams):F4}"));
        Line("LEAD", plain, text => text.LeadScore);
        Line("oracle", plain, text => text.Rouge.Score([.. text.Oracle.Order()]));
        Line("best sentences", plain, text => text.Rouge.Score(Greedy(text)));
        Line("terms F1", plain, text => Best(text, text.SetRows.Select(row => row[Column("terms F1", text)]).ToArray()));
        Line("kept F1", plain, text => Best(text, text.SetRows.Select(row => row[Column("kept F1", text)]).ToArray()));
        Line("sets", plain, text => Best(text, text.Expected));
        Line("sets, all", texts, text => Best(text, text.Expected));
    }

    /// <summary>How often something kept has a higher probability than something not kept.</summary>
    private static double Auc(IReadOnlyList<TrainingText> texts, Func<TrainingText, double[]> values, Func<TrainingText, bool[]> kept)
    {
        var rows = texts.SelectMany(text => values(text).Zip(kept(text))).OrderBy(row => row.First).ToArray();
        double positives = rows.Count(row => row.Second);
        var below = 0.0;
        var sum = 0.0;
        foreach (var (_, isKept) in rows)
        {
            sum += isKept ? below : 0;
            below += isKept ? 0 : 1;
        }

        return sum / positives / (rows.Length - positives);
    }

    public static void Last(IReadOnlyList<TrainingText> texts) => Line("sets", [.. texts.Where(text => text.IsBudget || !text.Article.HasByline)], text => Best(text, text.Expected));

    private static int Column(string name, TrainingText text) => SetNames(text).IndexOf(name);

    private static List<string> SetNames(TrainingText text) => _names ??= [.. Selection.SetFeatures.Of(text.Ranked, text.Sets).Names];

    private static List<string>? _names;

    private static RougeScore Best(TrainingText text, double[] values) => text.SetScores[Ranking.Order.Descending(values)[0]];

    private static int[] Greedy(TrainingText text)
    {
        var chosen = new List<int>();
        foreach (var i in Ranking.Order.Descending(text.Scores))
        {
            if (text.Fits([.. chosen, i]))
            {
                chosen.Add(i);
            }
        }

        return chosen.Count == 0 ? [0] : [.. chosen.Order()];
    }

    private static void Line(string name, IReadOnlyList<TrainingText> texts, Func<TrainingText, RougeScore> score)
    {
        RougeScore[] scores = [.. texts.Select(score)];
        RougeScore[] differences = [.. scores.Zip(texts, (s, text) => s - text.LeadScore)];
        var (mean, gain) = (scores.Aggregate((a, b) => a + b) / scores.Length, differences.Aggregate((a, b) => a + b) / scores.Length);
        var error = Math.Sqrt(differences.Average(d => (d.One - gain.One) * (d.One - gain.One)) / scores.Length);
        Console.WriteLine(FormattableString.Invariant(
            $"  {name,-16} {mean.One:F2}/{mean.Two:F2}/{mean.Lsum:F2}  {gain.One:+0.00;-0.00}/{gain.Two:+0.00;-0.00}/{gain.Lsum:+0.00;-0.00} (se {error:F2})"));
    }
}
