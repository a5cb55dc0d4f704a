using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Training.Rouge;
using SummaryBot.Summarization.Training.Stages;

namespace SummaryBot.Summarization.Training;

/// <summary>Prints cross-validated figures beside LEAD's.</summary>
internal static class Report
{
    public static void Evidence(IReadOnlyList<TrainingText> texts)
    {
        foreach (var part in texts.GroupBy(text => text.HasTitle))
        {
            Console.WriteLine(FormattableString.Invariant(
                $"title {part.Key}: AUC of terms {Auc([.. part], t => t.Terms, t => t.KeptTerms):F4}, of bigrams {Auc([.. part], t => t.Pairs, t => t.KeptBigrams):F4}"));
        }
    }

    public static void Print(bool hasTitle, Asked asked, IReadOnlyList<SetProblem> problems)
    {
        var name = $"{(hasTitle ? "title" : "no title")}, {(asked.Words is { } words ? $"{words} words" : $"{asked.Sentences} sentences")}";
        SetProblem[] plain = [.. problems.Where(problem => !problem.Text.Article.HasByline)];
        Console.WriteLine($"{name}: {plain.Length} of {problems.Count} articles without a byline");
        var names = problems[0].Names.ToList();
        Line("LEAD", plain, problem => problem.LeadScore);
        Line("oracle", plain, problem => problem.Text.Rouge.Score(asked.Oracle(problem.Text)));
        Line("ceiling", plain, problem => problem.Scores.MaxBy(score => score.Mean));
        Line("score", plain, problem => Best(problem, problem.Columns[names.IndexOf("score")]));
        Line("terms F1", plain, problem => Best(problem, problem.Columns[names.IndexOf("terms F1")]));
        Line("bigrams F1", plain, problem => Best(problem, problem.Columns[names.IndexOf("bigrams F1")]));
        Line("kept F1", plain, problem => Best(problem, problem.Columns[names.IndexOf("kept F1")]));
        Line("sets", plain, problem => Best(problem, problem.Expected));
    }

    /// <summary>What each rule of reading costs: the same ranking, with set models trained and judged under other rules.</summary>
    public static void Prices(IReadOnlyList<TrainingText> texts)
    {
        foreach (var hasTitle in (bool[])[false, true])
        {
            var asked = Asked.Of(hasTitle);
            Console.WriteLine($"rules of reading, {(hasTitle ? "title, 60 words" : "no title, 3 sentences")}");
            foreach (var rules in (ReadingRule[])[ReadingRule.None, ReadingRule.Repetition, ReadingRule.Furniture, ReadingRule.Quotations, ReadingRule.Openings, ReadingRule.All])
            {
                SetProblem[] problems =
                    [.. texts.Where(text => text.HasTitle == hasTitle).AsParallel().AsOrdered().Select(text => new SetProblem(text, asked, rules))];
                _ = new SetTrainer(problems).Train();
                Line(rules.ToString(), [.. problems.Where(problem => !problem.Text.Article.HasByline)], problem => Best(problem, problem.Expected));
            }
        }
    }

    /// <summary>How often something kept has a higher probability than something not kept.</summary>
    private static double Auc(IReadOnlyList<TrainingText> texts, Func<TrainingText, float[]> values, Func<TrainingText, bool[]> kept)
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

    private static RougeScore Best(SetProblem problem, float[] values) => problem.Scores[Order.Descending(values)[0]];

    private static void Line(string name, IReadOnlyList<SetProblem> problems, Func<SetProblem, RougeScore> score)
    {
        RougeScore[] scores = [.. problems.Select(score)];
        RougeScore[] differences = [.. scores.Zip(problems, (s, problem) => s - problem.LeadScore)];
        var (mean, gain) = (scores.Aggregate((a, b) => a + b) / scores.Length, differences.Aggregate((a, b) => a + b) / scores.Length);
        var error = Math.Sqrt(differences.Average(d => (d.One - gain.One) * (d.One - gain.One)) / scores.Length);
        Console.WriteLine(FormattableString.Invariant(
            $"  {name,-30} {mean.One:F2}/{mean.Two:F2}/{mean.Lsum:F2}  {gain.One:+0.00;-0.00}/{gain.Two:+0.00;-0.00}/{gain.Lsum:+0.00;-0.00} (se {error:F2})"));
    }
}
