using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Models;

/// <summary>A weighted sum of standardized features, each clipped.</summary>
/// <param name="Bias">Added to the sum.</param>
/// <param name="Means">Subtracted from each feature.</param>
/// <param name="Deviations">What each is then divided by.</param>
/// <param name="Clip">The most a standardized feature counts, up or down.</param>
/// <param name="Weights">One for each feature.</param>
internal sealed record LinearModel(float Bias, float[] Means, float[] Deviations, float Clip, float[] Weights)
{
    /// <param name="columns">The features' columns, in the order of the weights.</param>
    /// <returns>A sum for each row.</returns>
    public float[] Predict(IReadOnlyList<float[]> columns)
    {
        var sums = new float[columns[0].Length];
        Array.Fill(sums, Bias);
        for (var feature = 0; feature < Weights.Length; feature++)
        {
            Add(sums, columns[feature], Means[feature], Deviations[feature], Weights[feature]);
        }

        return sums;
    }

    /// <summary>As <see cref="Predict"/>, with each feature's own mean over these rows in place of the trained one.</summary>
    public float[] PredictCentered(IReadOnlyList<float[]> columns)
    {
        var sums = new float[columns[0].Length];
        for (var feature = 0; feature < Weights.Length; feature++)
        {
            Add(sums, columns[feature], Mean(columns[feature]), Deviations[feature], Weights[feature]);
        }

        return sums;
    }

    /// <returns>The columns as <see cref="PredictCentered"/> weighs them.</returns>
    public static float[][] Standardize(IReadOnlyList<float[]> columns, float[] deviations, float clip) => [.. columns.Select((column, feature) =>
    {
        var mean = Mean(column);
        return Array.ConvertAll(column, x => Math.Clamp((x - mean) / deviations[feature], -clip, clip));
    })];

    private void Add(float[] sums, float[] column, float mean, float deviation, float weight)
    {
        ref var to = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var from = ref MemoryMarshal.GetArrayDataReference(column);
        var (means, factors, weights) = (Vector256.Create(mean), Vector256.Create(1 / deviation), Vector256.Create(weight));
        var (highest, lowest) = (Vector256.Create(Clip), Vector256.Create(-Clip));
        var row = 0;
        for (; row <= sums.Length - Vector256<float>.Count; row += Vector256<float>.Count)
        {
            var standard = (Vector256.LoadUnsafe(ref from, (nuint)row) - means) * factors;
            var clipped = Vector256.Max(lowest, Vector256.Min(highest, standard)) * weights;
            (Vector256.LoadUnsafe(ref to, (nuint)row) + clipped).StoreUnsafe(ref to, (nuint)row);
        }

        for (; row < sums.Length; row++)
        {
            sums[row] += weight * Math.Clamp((column[row] - mean) * (1 / deviation), -Clip, Clip);
        }
    }

    private static float Mean(float[] column) => Lanes.Sum(column) / column.Length;
}
