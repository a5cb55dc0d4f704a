using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>The weighted second moments of one text's rows about their mean, and their products with the target.</summary>
internal sealed class Moments
{
    private readonly float[][] _matrix;
    private readonly double[] _vector;

    private Moments(int size) => (_matrix, _vector) = ([.. Enumerable.Range(0, size).Select(i => new float[i + 1])], new double[size]);

    /// <param name="columns">Features x rows.</param>
    /// <param name="targets">One for each row.</param>
    /// <param name="weights">Of each row.</param>
    public static Moments Of(float[][] columns, double[] targets, double[] weights)
    {
        var size = columns.Length;
        var moments = new Moments(size);
        var sum = weights.Sum();
        var target = targets.Zip(weights, (y, w) => y * w).Sum() / sum;
        var roots = Array.ConvertAll(weights, w => (float)Math.Sqrt(w));
        var slopes = targets.Zip(weights, (y, w) => (y - target) * Math.Sqrt(w)).Select(x => (float)x).ToArray();
        var centered = new float[size][];
        for (var i = 0; i < size; i++)
        {
            var mean = columns[i].Zip(weights, (x, w) => x * w).Sum() / sum;
            centered[i] = [.. columns[i].Zip(roots, (x, root) => (float)(x - mean) * root)];
            moments._vector[i] = Lanes.Dot(centered[i], slopes);
            for (var j = 0; j <= i; j++)
            {
                moments._matrix[i][j] = Lanes.Dot(centered[i], centered[j]);
            }
        }

        return moments;
    }

    public void AddTo(double[][] matrix, double[] vector)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] += _vector[i];
            for (var j = 0; j <= i; j++)
            {
                matrix[i][j] += _matrix[i][j];
            }
        }
    }
}
