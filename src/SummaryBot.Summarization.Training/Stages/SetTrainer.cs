using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Training.Fitting;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>Ridge regression of a set's ROUGE on its features, both less the mean of the text's own sets.</summary>
internal sealed class SetTrainer
{
    private const int Folds = 5;
    private const int All = -1;
    private const double Ridge = 30;
    private const double Clip = 5;

    /// <summary>The second fit looks harder at the sets that the first one likes: 0.3 / n + 0.7 softmax.</summary>
    private const double Evenly = 0.3;

    private readonly IReadOnlyList<TrainingText> _texts;
    private readonly double[] _deviations;
    private readonly double[][][] _rows;

    public SetTrainer(IReadOnlyList<TrainingText> texts)
    {
        _texts = texts;
        _deviations = Deviations([.. texts.SelectMany(text => text.SetRows)]);
        _rows = [.. texts.Select(text => Standardize(text.SetRows))];
    }

    public LinearModel Train()
    {
        CrossValidate([.. _texts.Select(text => Enumerable.Repeat(1.0 / text.Sets.Count, text.Sets.Count).ToArray())]);
        double[][] weights = [.. _texts.Select(text => Softmax(text.Expected))];
        var all = CrossValidate(weights);
        return new LinearModel(0, new double[_deviations.Length], _deviations, Clip, all);
    }

    private static double[] Softmax(double[] expected)
    {
        var highest = expected.Max();
        var powers = Array.ConvertAll(expected, x => PortableMath.Exp(x - highest));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, power => (Evenly / powers.Length) + ((1 - Evenly) * power / sum));
    }

    private static double[] Deviations(double[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(feature =>
    {
        var mean = rows.Average(row => row[feature]);
        return Math.Sqrt(rows.Average(row => (row[feature] - mean) * (row[feature] - mean))) + 1e-6;
    })];

    private double[][] Standardize(double[][] rows)
    {
        var means = Enumerable.Range(0, _deviations.Length).Select(feature => rows.Average(row => row[feature])).ToArray();
        return [.. rows.Select(row => row.Select((x, feature) => Math.Clamp((x - means[feature]) / _deviations[feature], -Clip, Clip)).ToArray())];
    }

    /// <summary>Sets what each text may expect of its sets by a fit without its part; returns the fit on all.</summary>
    private double[] CrossValidate(double[][] weights)
    {
        var moments = new Moments[_texts.Count];
        Parallel.For(0, _texts.Count, t =>
            moments[t] = Moments.Of(_rows[t], Array.ConvertAll(_texts[t].SetScores, score => score.Mean), weights[t]));
        for (var fold = 0; fold < Folds; fold++)
        {
            var solution = Fit(moments, fold);
            foreach (var t in Enumerable.Range(0, _texts.Count).Where(t => _texts[t].Fold == fold))
            {
                _texts[t].Expected = Array.ConvertAll(_rows[t], row => row.Zip(solution, (x, weight) => x * weight).Sum());
            }
        }

        return Fit(moments, All);
    }

    private double[] Fit(Moments[] moments, int without)
    {
        var size = _deviations.Length;
        var matrix = Enumerable.Range(0, size).Select(i => new double[i + 1]).ToArray();
        var vector = new double[size];
        for (var t = 0; t < moments.Length; t++)
        {
            if (_texts[t].Fold != without)
            {
                moments[t].AddTo(matrix, vector);
            }
        }

        for (var i = 0; i < size; i++)
        {
            matrix[i][i] += Ridge;
        }

        Cholesky.Solve(matrix, vector);
        return vector;
    }
}
