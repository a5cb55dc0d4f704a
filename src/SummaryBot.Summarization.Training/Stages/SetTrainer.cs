using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Training.Fitting;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>Ridge regression of a set's ROUGE on its features, both less the mean of the text's own sets.</summary>
internal sealed class SetTrainer
{
    private const int Folds = 5;
    private const int All = -1;
    private const float Clip = 5;
    private const double Ridge = 30;

    /// <summary>The share of a set's weight in the second fit that does not hang on the first.</summary>
    private const double Evenly = 0.3;

    private readonly IReadOnlyList<SetProblem> _problems;
    private readonly float[] _deviations;
    private readonly float[][][] _columns;

    public SetTrainer(IReadOnlyList<SetProblem> problems)
    {
        _problems = problems;
        _deviations = Deviations();
        _columns = [.. problems.AsParallel().AsOrdered().Select(problem => LinearModel.Standardize(problem.Columns, _deviations, Clip))];
    }

    public LinearModel Train()
    {
        CrossValidate([.. _problems.Select(problem => Enumerable.Repeat(1.0 / problem.Sets.Count, problem.Sets.Count).ToArray())]);
        double[][] weights = [.. _problems.Select(problem => Softmax(problem.Expected))];
        var all = CrossValidate(weights);
        return new LinearModel(0, new float[_deviations.Length], _deviations, Clip, Array.ConvertAll(all, x => (float)x));
    }

    /// <summary>The second fit looks harder at the sets that the first one likes.</summary>
    private static double[] Softmax(float[] expected)
    {
        var highest = expected.Max();
        var powers = Array.ConvertAll(expected, x => PortableMath.Exp(x - highest));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, power => (Evenly / powers.Length) + ((1 - Evenly) * power / sum));
    }

    private float[] Deviations() => [.. Enumerable.Range(0, _problems[0].Columns.Length).AsParallel().AsOrdered().Select(feature =>
    {
        var values = _problems.Where((_, i) => i % 3 == 0).SelectMany(problem => problem.Columns[feature]).Select(x => (double)x).ToArray();
        var mean = values.Average();
        return (float)(Math.Sqrt(values.Average(x => (x - mean) * (x - mean))) + 1e-6);
    })];

    /// <summary>Sets what each text may expect of its sets by a fit without its part; returns the fit on all.</summary>
    private double[] CrossValidate(double[][] weights)
    {
        var moments = new Moments[_problems.Count];
        Parallel.For(0, moments.Length, p =>
            moments[p] = Moments.Of(_columns[p], Array.ConvertAll(_problems[p].Scores, score => score.Mean), weights[p]));
        var solutions = Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => Fit(moments, fold)).ToArray();
        for (var p = 0; p < moments.Length; p++)
        {
            var expected = new float[_problems[p].Sets.Count];
            for (var feature = 0; feature < _deviations.Length; feature++)
            {
                Lanes.AddScaled(expected, _columns[p][feature], (float)solutions[_problems[p].Text.Fold][feature]);
            }

            _problems[p].Expected = expected;
        }

        return Fit(moments, All);
    }

    private double[] Fit(Moments[] moments, int without)
    {
        var size = _deviations.Length;
        var matrix = Enumerable.Range(0, size).Select(i => new double[i + 1]).ToArray();
        var vector = new double[size];
        for (var p = 0; p < moments.Length; p++)
        {
            if (_problems[p].Text.Fold != without)
            {
                moments[p].AddTo(matrix, vector);
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
