using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Selection;

namespace SummaryBot.Summarization.Models;

/// <summary>The trained weights for texts of one kind: of a language whose words are known, or of any other.</summary>
/// <param name="Terms">The probability that a reference summary keeps a term.</param>
/// <param name="Bigrams">The same of a bigram.</param>
/// <param name="SentenceNetworks">The probability that a sentence belongs to the best summary; their log-odds are averaged.</param>
/// <param name="Sentences">The same by a linear model: without a title, with one.</param>
/// <param name="Sets">The ROUGE to expect of a set of sentences, less the mean of the text's sets; see <see cref="SetsFor"/>.</param>
internal sealed record SummaryModel(
    BinnedNetwork Terms, BinnedNetwork Bigrams, BinnedNetwork[] SentenceNetworks, LinearModel[] Sentences, LinearModel[] Sets)
{
    /// <summary>The one rule for which weights apply: title or none, a number of words or of sentences.</summary>
    public LinearModel SetsFor(bool hasTitle, bool isWords) => Sets[SetsAt(hasTitle, isWords)];

    public static int SetsAt(bool hasTitle, bool isWords) => (hasTitle ? 2 : 0) + (isWords ? 1 : 0);

    /// <summary>Ranks the sentences of a text.</summary>
    public RankedText Rank(Evidence evidence, ReadingRules rules)
    {
        var termTable = TermFeatures.Of(evidence);
        var terms = Terms.Predict(termTable);
        var pairs = Bigrams.Predict(BigramFeatures.Of(evidence, termTable, terms));
        var features = SentenceFeatures.Of(evidence);
        EvidenceFeatures.AddTo(features, evidence, terms, pairs);
        return new RankedText(evidence, features, terms, pairs, Score(features, evidence.Text.Title.Length > 0), rules);
    }

    /// <summary>Each row's probability to belong to the best summary.</summary>
    public float[] Score(FeatureTable features, bool hasTitle) =>
        Mix(Sentences[hasTitle ? 1 : 0].Predict(features.Columns), Array.ConvertAll(SentenceNetworks, network => network.Predict(features)));

    /// <summary>The best set of those that are offered.</summary>
    public int[] Best(RankedText ranked, List<int[]> sets, bool isWords)
    {
        if (sets.Count == 1)
        {
            return sets[0];
        }

        var expected = SetsFor(ranked.Text.Title.Length > 0, isWords).PredictCentered(SetFeatures.Of(ranked, sets).Columns);
        return sets[Order.Descending(expected)[0]];
    }

    /// <summary>Two kinds of model err in different ways: the mean of their log-odds is better than either.</summary>
    /// <param name="linear">Log-odds.</param>
    /// <param name="networks">Probabilities by each network.</param>
    public static float[] Mix(float[] linear, float[][] networks)
    {
        var mixed = new float[linear.Length];
        for (var i = 0; i < mixed.Length; i++)
        {
            var mean = 0f;
            foreach (var network in networks)
            {
                mean += network[i] / networks.Length;
            }

            mixed[i] = (float)PortableMath.Logistic((linear[i] + PortableMath.Log(Math.Max(mean, 1e-6) / Math.Max(1 - mean, 1e-6))) / 2);
        }

        return mixed;
    }
}
