namespace SummaryBot.Benchmarks.Quality;

/// <summary>Where a walk over a weighted graph spends its time.</summary>
internal static class RandomWalk
{
    private const double Damping = 0.85;
    private const double Tolerance = 1e-6;
    private const int MostSteps = 200;

    /// <param name="weights">Square, not negative; a node without edges passes nothing on.</param>
    /// <returns>Nodes, the most visited first; ties in their order.</returns>
    public static IEnumerable<int> Rank(double[,] weights)
    {
        var count = weights.GetLength(0);
        var totals = Enumerable.Range(0, count).Select(from => Enumerable.Range(0, count).Sum(to => weights[from, to])).ToArray();
        var rank = Enumerable.Repeat(1.0, count).ToArray();
        var moved = double.MaxValue;
        for (var step = 0; step < MostSteps && moved > Tolerance; step++)
        {
            var next = Step(weights, totals, rank);
            moved = next.Zip(rank, (a, b) => Math.Abs(a - b)).DefaultIfEmpty().Max();
            rank = next;
        }

        return Enumerable.Range(0, count).OrderByDescending(node => rank[node]);
    }

    private static double[] Step(double[,] weights, double[] totals, double[] rank)
    {
        var next = Enumerable.Repeat(1 - Damping, rank.Length).ToArray();
        for (var from = 0; from < rank.Length; from++)
        {
            var share = totals[from] > 0 ? Damping * rank[from] / totals[from] : 0;
            for (var to = 0; to < rank.Length && share > 0; to++)
            {
                next[to] += share * weights[from, to];
            }
        }

        return next;
    }
}
