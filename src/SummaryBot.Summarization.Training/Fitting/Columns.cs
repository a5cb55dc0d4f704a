namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>The columns of a tall matrix as directions.</summary>
internal static class Columns
{
    /// <summary>Gram and Schmidt, twice over each column for the digits.</summary>
    public static double[] Orthonormalize(float[][] basis, int width)
    {
        var columns = Enumerable.Range(0, width).Select(k => Array.ConvertAll(basis, row => (double)row[k])).ToArray();
        var norms = new double[width];
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

            norms[k] = Math.Sqrt(Dot(columns[k], columns[k]));
            for (var i = 0; i < columns[k].Length; i++)
            {
                columns[k][i] /= norms[k];
                basis[i][k] = (float)columns[k][i];
            }
        }

        return norms;
    }

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
