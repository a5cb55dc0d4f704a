using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>Counts over the corpus, from which each text's own part can be left out.</summary>
internal sealed class TermPriors
{
    private const int Folds = 5;
    private const double PriorSeen = 8;
    private const double PriorRate = 0.12;
    private const int MostSeen = 200;
    private readonly Dictionary<string, (int[] Seen, int[] Kept)> _counts = new(StringComparer.Ordinal);
    private readonly int _texts;

    public TermPriors(IReadOnlyList<TrainingText> texts)
    {
        _texts = texts.Count;
        foreach (var text in texts)
        {
            for (var term = 0; term < text.Text.Terms.Count; term++)
            {
                if (text.Text.TermFrequency[term] > 0)
                {
                    Count(text.Text.Terms[term], text.Fold, text.KeptTerms[term]);
                }
            }
        }
    }

    /// <summary>For the terms of a text, what the articles outside two parts taught; -1 leaves out none.</summary>
    public TermPrior[] Of(AnalyzedText text, int fold, int otherFold) =>
        [.. text.Terms.Select(stem => _counts.TryGetValue(stem, out var count) ? Prior(count, fold, otherFold) : Unknown)];

    /// <param name="least">Terms that fewer articles have are left out.</param>
    public Vocabulary ToVocabulary(int least) => new(
        _counts.Where(entry => entry.Value.Seen.Sum() >= least)
            .ToDictionary(entry => entry.Key, entry => Prior(entry.Value, -1, -1), StringComparer.Ordinal),
        Unknown);

    private TermPrior Unknown => new(PortableMath.Log((_texts + 1) / 0.5), PriorRate, 0);

    private TermPrior Prior((int[] Seen, int[] Kept) count, int fold, int otherFold)
    {
        var (seen, kept) = (0, 0);
        for (var part = 0; part < Folds; part++)
        {
            if (part != fold && part != otherFold)
            {
                seen += count.Seen[part];
                kept += count.Kept[part];
            }
        }

        var idf = PortableMath.Log((_texts + 1) / (count.Seen.Sum() + 0.5));
        return new TermPrior(idf, (kept + (PriorSeen * PriorRate)) / (seen + PriorSeen), Math.Min(seen, MostSeen));
    }

    private void Count(string stem, int fold, bool kept)
    {
        if (!_counts.TryGetValue(stem, out var count))
        {
            _counts[stem] = count = (new int[Folds], new int[Folds]);
        }

        count.Seen[fold]++;
        count.Kept[fold] += kept ? 1 : 0;
    }
}
