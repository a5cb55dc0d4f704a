namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>The weighted second moments of one text's rows about their mean, and their products with the target.</summary>
internal sealed class Moments
{
    private readonly float[][] _matrix;
    private readonly double[] _vector;

    private Moments(int size) => (_matrix, _vector) = ([.. Enumerable.Range(0, size).Select(i => new float[i + 1])], new double[size]);

    public static Moments Of(double[][] rows, double[] targets, double[] weights)
    {
        var size = rows[0].Length;
        var moments = new Moments(size);
        var sum = weights.Sum();
        var target = targets.Zip(weights, (y, w) => y * w).Sum() / sum;
        var means = Enumerable.Range(0, size).Select(i => rows.Zip(weights, (row, w) => row[i] * w).Sum() / sum).ToArray();
        var centered = new double[size];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var i = 0; i < size; i++)
            {
                centered[i] = rows[r][i] - means[i];
            }

            moments.Add(centered, weights[r], targets[r] - target);
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

    private void Add(double[] row, double weight, double target)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var weighted = row[i] * weight;
            _vector[i] += weighted * target;
            for (var j = 0; j <= i; j++)
            {
                _matrix[i][j] += (float)(weighted * row[j]);
            }
        }
    }
}
