using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Models;

/// <summary>Logistic regression on binned features and on pairs of them: each bin, or cell of a pair, has a weight of its own.</summary>
/// <param name="Bias">Log-odds before any feature.</param>
/// <param name="Parts">What is added to it.</param>
internal sealed record BinnedModel(double Bias, IReadOnlyList<BinnedPart> Parts)
{
    /// <returns>For each row its probability, 0 to 1.</returns>
    public double[] Predict(FeatureTable table)
    {
        var logits = new double[table.Rows];
        Array.Fill(logits, Bias);
        foreach (var part in Parts)
        {
            part.AddTo(logits, table);
        }

        for (var row = 0; row < logits.Length; row++)
        {
            logits[row] = PortableMath.Logistic(logits[row]);
        }

        return logits;
    }
}
