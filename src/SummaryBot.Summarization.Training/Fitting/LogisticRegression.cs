using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>Logistic regression with a ridge on standardized features, by Newton's steps: nothing is drawn by chance.</summary>
internal static class LogisticRegression
{
    private const int Steps = 7;

    /// <param name="rows">Rows x features, standardized and clipped in place.</param>
    /// <param name="labels">0 or 1 for each row.</param>
    /// <param name="weights">Of each row, 1 on average.</param>
    /// <param name="ridge">The weight of the squared coefficients.</param>
    /// <param name="clip">The most a standardized feature counts.</param>
    public static LinearModel Fit(double[][] rows, double[] labels, double[] weights, double ridge, double clip)
    {
        var (means, deviations) = Standardize(rows, clip);
        var features = means.Length;
        var solution = new double[features + 1]; // the last is the bias
        for (var step = 0; step < Steps; step++)
        {
            var (hessian, gradient) = Derivatives(rows, labels, weights, solution);
            for (var i = 0; i <= features; i++)
            {
                hessian[i][i] += i < features ? ridge : 1e-9;
                gradient[i] -= i < features ? ridge * solution[i] : 0;
            }

            Cholesky.Solve(hessian, gradient);
            for (var i = 0; i <= features; i++)
            {
                solution[i] += gradient[i];
            }
        }

        return new LinearModel(
            (float)solution[^1], Array.ConvertAll(means, x => (float)x), Array.ConvertAll(deviations, x => (float)x), (float)clip, Array.ConvertAll(solution[..^1], x => (float)x));
    }

    private static (double[] Means, double[] Deviations) Standardize(double[][] rows, double clip)
    {
        var features = rows[0].Length;
        var (means, deviations) = (new double[features], new double[features]);
        for (var feature = 0; feature < features; feature++)
        {
            var mean = rows.Average(row => row[feature]);
            var deviation = Math.Sqrt(rows.Average(row => (row[feature] - mean) * (row[feature] - mean))) + 1e-9;
            (means[feature], deviations[feature]) = (mean, deviation);
            foreach (var row in rows)
            {
                row[feature] = Math.Clamp((row[feature] - mean) / deviation, -clip, clip);
            }
        }

        return (means, deviations);
    }

    private static (double[][] Hessian, double[] Gradient) Derivatives(double[][] rows, double[] labels, double[] weights, double[] solution)
    {
        var size = solution.Length;
        var hessian = Enumerable.Range(0, size).Select(i => new double[i + 1]).ToArray();
        var gradient = new double[size];
        var extended = new double[size];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r].CopyTo(extended, 0);
            extended[^1] = 1;
            var logit = 0.0;
            for (var i = 0; i < size; i++)
            {
                logit += extended[i] * solution[i];
            }

            var p = PortableMath.Logistic(logit);
            var (curvature, slope) = (weights[r] * p * (1 - p), weights[r] * (labels[r] - p));
            for (var i = 0; i < size; i++)
            {
                gradient[i] += slope * extended[i];
                Accumulate(hessian[i], extended, curvature * extended[i]);
            }
        }

        return (hessian, gradient);
    }

    /// <summary>Adds a multiple of the first values of a row to a row of the triangle.</summary>
    private static void Accumulate(double[] target, double[] row, double factor)
    {
        for (var j = 0; j < target.Length; j++)
        {
            target[j] += factor * row[j];
        }
    }
}
