namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix.</summary>
internal static class Eigen
{
    /// <summary>Jacobi's rotations; the values descend by size.</summary>
    /// <param name="matrix">n x n; made symmetric, and destroyed.</param>
    public static (double[] Values, double[][] Vectors) Of(double[][] matrix)
    {
        var n = matrix.Length;
        var vectors = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0).ToArray()).ToArray();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                matrix[i][j] = matrix[j][i] = (matrix[i][j] + matrix[j][i]) / 2;
            }
        }

        for (var sweep = 0; sweep < 12; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Turn(matrix, vectors, p, q);
                }
            }
        }

        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => Math.Abs(matrix[i][i])).ThenBy(i => i)];
        return ([.. order.Select(i => matrix[i][i])], [.. vectors.Select(row => order.Select(i => row[i]).ToArray())]);
    }

    private static void Turn(double[][] matrix, double[][] vectors, int p, int q)
    {
        if (Math.Abs(matrix[p][q]) < 1e-12)
        {
            return;
        }

        var theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < matrix.Length; k++)
        {
            (matrix[k][p], matrix[k][q]) = ((c * matrix[k][p]) - (s * matrix[k][q]), (s * matrix[k][p]) + (c * matrix[k][q]));
            (vectors[k][p], vectors[k][q]) = ((c * vectors[k][p]) - (s * vectors[k][q]), (s * vectors[k][p]) + (c * vectors[k][q]));
        }

        for (var k = 0; k < matrix.Length; k++)
        {
            (matrix[p][k], matrix[q][k]) = ((c * matrix[p][k]) - (s * matrix[q][k]), (s * matrix[p][k]) + (c * matrix[q][k]));
        }
    }
}
