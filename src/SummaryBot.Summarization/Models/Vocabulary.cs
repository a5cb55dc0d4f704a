using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Models;

/// <summary>What news has taught of terms.</summary>
internal sealed class Vocabulary(IReadOnlyDictionary<string, TermPrior> priors, TermPrior unknown)
{
    public IReadOnlyDictionary<string, TermPrior> Priors => priors;

    public TermPrior Unknown => unknown;

    public TermPrior[] Of(AnalyzedText text)
    {
        var found = new TermPrior[text.Terms.Count];
        for (var term = 0; term < found.Length; term++)
        {
            found[term] = priors.TryGetValue(text.Terms[term], out var prior) ? prior : unknown;
        }

        return found;
    }
}
