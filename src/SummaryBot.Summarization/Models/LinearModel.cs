namespace SummaryBot.Summarization.Models;

/// <summary>A weighted sum of standardized features, each clipped.</summary>
/// <param name="Bias">Added to the sum.</param>
/// <param name="Means">Subtracted from each feature.</param>
/// <param name="Deviations">What each is then divided by.</param>
/// <param name="Clip">The most a standardized feature counts, up or down.</param>
/// <param name="Weights">One for each feature.</param>
internal sealed record LinearModel(double Bias, double[] Means, double[] Deviations, double Clip, double[] Weights)
{
    /// <param name="columns">The features' columns, in the order of the weights.</param>
    /// <returns>A sum for each row.</returns>
    public double[] Predict(IReadOnlyList<double[]> columns)
    {
        var sums = new double[columns[0].Length];
        Array.Fill(sums, Bias);
        for (var feature = 0; feature < Weights.Length; feature++)
        {
            var (column, mean, deviation, weight) = (columns[feature], Means[feature], Deviations[feature], Weights[feature]);
            for (var row = 0; row < sums.Length; row++)
            {
                sums[row] += weight * Math.Clamp((column[row] - mean) / deviation, -Clip, Clip);
            }
        }

        return sums;
    }
}
