using System.Globalization;
using System.Runtime.InteropServices;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>A mean and the bounds that hold 95 % of the means of resampled articles.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Interval(double Mean, double Low, double High)
{
    private const int Resamples = 2000;
    private const int Seed = 1;

    /// <summary>Percentile bootstrap: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993. Every column is resampled alike.</summary>
    /// <param name="columns">Figures of the same articles.</param>
    public static Interval[] Of(double[][] columns)
    {
        var random = new Random(Seed);
        var count = columns[0].Length;
        var means = Array.ConvertAll(columns, _ => new double[Resamples]);
        var drawn = new int[count];
        for (var resample = 0; resample < Resamples; resample++)
        {
            Array.Clear(drawn);
            for (var i = 0; i < count; i++)
            {
                drawn[random.Next(count)]++;
            }

            for (var column = 0; column < columns.Length; column++)
            {
                means[column][resample] = WeightedSum(columns[column], drawn) / count;
            }
        }

        return [.. columns.Zip(means, (column, resampled) =>
            new Interval(column.Average(), Percentile(resampled, 2.5), Percentile(resampled, 97.5)))];
    }

    public string ToText(string format)
    {
        string Figure(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Figure(Mean)} [{Figure(Low)} {Figure(High)}]";
    }

    private static double WeightedSum(double[] values, int[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] * weights[i];
        }

        return sum;
    }

    private static double Percentile(double[] values, double percent)
    {
        Array.Sort(values);
        return values[(int)Math.Round(percent / 100 * (values.Length - 1))];
    }
}
