using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>Counts over the corpus, from which parts of it can be left out.</summary>
internal sealed class TermPriors
{
    private const int Folds = 5;
    private const double PriorSeen = 8;
    private const double PriorRate = 0.12;
    private const int MostSeen = 200;
    private readonly int[][] _seen;
    private readonly int[][] _kept;
    private readonly int _texts;

    /// <param name="texts">The corpus.</param>
    /// <param name="rows">For each text, the row of each of its terms; -1 for terms that are not counted.</param>
    /// <param name="count">How many rows there are.</param>
    public TermPriors(IReadOnlyList<TrainingText> texts, int[][] rows, int count)
    {
        _texts = texts.Count;
        _seen = [.. Enumerable.Range(0, count).Select(_ => new int[Folds])];
        _kept = [.. Enumerable.Range(0, count).Select(_ => new int[Folds])];
        for (var t = 0; t < texts.Count; t++)
        {
            for (var term = 0; term < texts[t].KeptTerms.Length; term++)
            {
                if (rows[t][term] is >= 0 and var row)
                {
                    _seen[row][texts[t].Fold]++;
                    _kept[row][texts[t].Fold] += texts[t].KeptTerms[term] ? 1 : 0;
                }
            }
        }
    }

    /// <summary>For each row, what the articles outside two parts taught; -1 leaves out none.</summary>
    public TermPrior[] Of(int fold, int otherFold) => [.. _seen.Select((_, row) => Prior(row, fold, otherFold))];

    private TermPrior Prior(int row, int fold, int otherFold)
    {
        var (seen, kept) = (0, 0);
        for (var part = 0; part < Folds; part++)
        {
            if (part != fold && part != otherFold)
            {
                seen += _seen[row][part];
                kept += _kept[row][part];
            }
        }

        var idf = PortableMath.Log((_texts + 1) / (_seen[row].Sum() + 0.5));
        return new TermPrior((float)idf, (float)((kept + (PriorSeen * PriorRate)) / (seen + PriorSeen)), Math.Min(seen, MostSeen));
    }
}
