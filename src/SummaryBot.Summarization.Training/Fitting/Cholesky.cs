namespace SummaryBot.Summarization.Training.Fitting;

internal static class Cholesky
{
    /// <summary>Solves A x = b in place for a symmetric positive definite A.</summary>
    /// <param name="a">n x n, of which the lower triangle is read; destroyed.</param>
    /// <param name="b">n values; becomes x.</param>
    public static void Solve(double[][] a, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var (row, other) = (a[i], a[j]);
                var sum = row[j];
                for (var k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                row[j] = i == j ? Math.Sqrt(sum) : sum / other[j];
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                b[i] -= a[i][k] * b[k];
            }

            b[i] /= a[i][i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                b[i] -= a[k][i] * b[k];
            }

            b[i] /= a[i][i];
        }
    }
}
