namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>The columns of a tall matrix as directions.</summary>
internal static class Columns
{
    /// <summary>Gram and Schmidt, twice over each column for the digits.</summary>
    public static void Orthonormalize(float[][] basis, int width)
    {
        var columns = Enumerable.Range(0, width).Select(k => Array.ConvertAll(basis, row => (double)row[k])).ToArray();
        for (var k = 0; k < width; k++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < k; j++)
                {
                    var dot = Dot(columns[k], columns[j]);
                    for (var i = 0; i < columns[k].Length; i++)
                    {
                        columns[k][i] -= dot * columns[j][i];
                    }
                }
            }

            var norm = Math.Sqrt(Dot(columns[k], columns[k]));
            for (var i = 0; i < columns[k].Length; i++)
            {
                columns[k][i] /= norm;
                basis[i][k] = (float)columns[k][i];
            }
        }
    }

    /// <summary>The inner product of two of the same length.</summary>
    public static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
