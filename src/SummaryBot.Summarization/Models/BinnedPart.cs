using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Models;

/// <summary>The weights of one binned feature, or of the cells of two.</summary>
/// <param name="First">A column's place in the table.</param>
/// <param name="FirstEdges">Ascending; a value belongs to the bin after the last edge that it reaches.</param>
/// <param name="Second">Another column's place; -1 for none.</param>
/// <param name="SecondEdges">As for the first; empty for none.</param>
/// <param name="Weights">First bins x second bins.</param>
internal sealed record BinnedPart(int First, double[] FirstEdges, int Second, double[] SecondEdges, double[] Weights)
{
    public int Cell(FeatureTable table, int row)
    {
        var first = Bin(FirstEdges, table.Columns[First][row]);
        return Second < 0 ? first : (first * (SecondEdges.Length + 1)) + Bin(SecondEdges, table.Columns[Second][row]);
    }

    public void AddTo(double[] logits, FeatureTable table)
    {
        for (var row = 0; row < logits.Length; row++)
        {
            logits[row] += Weights[Cell(table, row)];
        }
    }

    private static int Bin(double[] edges, double value)
    {
        var bin = 0;
        while (bin < edges.Length && value >= edges[bin])
        {
            bin++;
        }

        return bin;
    }
}
