using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>Fits a <see cref="BinnedModel"/>: logistic regression on the cells, with a ridge, by Newton's steps.</summary>
/// <param name="bins">The most bins of a feature that stands alone.</param>
/// <param name="pairBins">The most bins of each feature of a pair.</param>
/// <param name="pairs">Names of the columns whose cells are weighed together.</param>
internal sealed class BinnedRegression(int bins, int pairBins, IReadOnlyList<(string First, string Second)> pairs)
{
    private const int Steps = 6;
    private const double Ridge = 5;

    /// <param name="tables">A table for each text.</param>
    /// <param name="labels">For each table, 0 or 1 for each row.</param>
    /// <remarks>Each text weighs the same, however many rows it has.</remarks>
    public BinnedModel Fit(IReadOnlyList<FeatureTable> tables, IReadOnlyList<bool[]> labels)
    {
        var parts = Parts(tables);
        var offsets = Offsets(parts);
        var cells = tables.Select(table => Cells(table, parts, offsets)).ToArray();
        var weight = tables.Sum(table => (double)table.Rows) / tables.Count(table => table.Rows > 0);
        var solution = new double[offsets[^1] + 1];
        for (var step = 0; step < Steps; step++)
        {
            Step(solution, cells, labels, weight);
        }

        return new BinnedModel(solution[^1], [.. parts.Select((part, i) => part with { Weights = solution[offsets[i]..offsets[i + 1]] })]);
    }

    private static int[] Offsets(List<BinnedPart> parts)
    {
        var offsets = new int[parts.Count + 1];
        for (var i = 0; i < parts.Count; i++)
        {
            offsets[i + 1] = offsets[i] + ((parts[i].FirstEdges.Length + 1) * (parts[i].SecondEdges.Length + 1));
        }

        return offsets;
    }

    private static int[][] Cells(FeatureTable table, List<BinnedPart> parts, int[] offsets) =>
        [.. Enumerable.Range(0, table.Rows).Select(row => parts.Select((part, i) => offsets[i] + part.Cell(table, row)).ToArray())];

    private static void Step(double[] solution, int[][][] cells, IReadOnlyList<bool[]> labels, double meanRows)
    {
        var size = solution.Length;
        var hessian = Enumerable.Range(0, size).Select(i => new double[i + 1]).ToArray();
        var gradient = new double[size];
        for (var t = 0; t < cells.Length; t++)
        {
            for (var r = 0; r < cells[t].Length; r++)
            {
                Add(hessian, gradient, solution, cells[t][r], labels[t][r], meanRows / cells[t].Length);
            }
        }

        for (var i = 0; i < size; i++)
        {
            hessian[i][i] += i < size - 1 ? Ridge : 1e-9;
            gradient[i] -= i < size - 1 ? Ridge * solution[i] : 0;
        }

        Cholesky.Solve(hessian, gradient);
        for (var i = 0; i < size; i++)
        {
            solution[i] += gradient[i];
        }
    }

    private static void Add(double[][] hessian, double[] gradient, double[] solution, int[] cells, bool label, double weight)
    {
        var logit = solution[^1];
        foreach (var cell in cells)
        {
            logit += solution[cell];
        }

        var p = PortableMath.Logistic(logit);
        var (curvature, slope) = (weight * p * (1 - p), weight * ((label ? 1 : 0) - p));
        for (var i = 0; i < cells.Length; i++) // the cells ascend: each part's come after those of the part before
        {
            var row = hessian[cells[i]];
            gradient[cells[i]] += slope;
            hessian[^1][cells[i]] += curvature;
            for (var j = 0; j <= i; j++)
            {
                row[cells[j]] += curvature;
            }
        }

        hessian[^1][^1] += curvature;
        gradient[^1] += slope;
    }

    private static double[] Edges(IReadOnlyList<FeatureTable> tables, int column, int bins)
    {
        var values = tables.Where((_, i) => i % 4 == 0).SelectMany(table => table.Columns[column]).Order().ToArray();
        var edges = Enumerable.Range(1, bins - 1).Select(i => values[(int)((long)values.Length * i / bins)]).Append(values[0] + 1e-9);
        var distinct = values.Distinct().Take(bins + 1).ToArray();
        return distinct.Length <= bins ? distinct[1..] : [.. edges.Distinct().Order()];
    }

    private List<BinnedPart> Parts(IReadOnlyList<FeatureTable> tables)
    {
        var names = tables[0].Names.ToList();
        var single = names.Select((_, column) => new BinnedPart(column, Edges(tables, column, bins), -1, [], []));
        var paired = pairs.Select(pair => (First: names.IndexOf(pair.First), Second: names.IndexOf(pair.Second))).Select(pair =>
            new BinnedPart(pair.First, Edges(tables, pair.First, pairBins), pair.Second, Edges(tables, pair.Second, pairBins), []));
        return [.. single, .. paired];
    }
}
