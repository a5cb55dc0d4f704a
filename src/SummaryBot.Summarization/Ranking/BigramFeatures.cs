using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Ranking;

/// <summary>What can be measured of each pair of neighboring terms, for the probability that a reference summary keeps it.</summary>
internal static class BigramFeatures
{
    /// <returns>A row for each bigram.</returns>
    /// <param name="text">At least one sentence.</param>
    /// <param name="bigrams">Of the same text.</param>
    /// <param name="priors">Of its terms.</param>
    /// <param name="terms">The features of its terms.</param>
    /// <param name="probabilities">Of its terms.</param>
    public static FeatureTable Of(AnalyzedText text, Bigrams bigrams, TermPrior[] priors, FeatureTable terms, double[] probabilities)
    {
        var table = new FeatureTable(bigrams.Count);
        var title = text.Title.Zip(text.Title.Skip(1)).ToHashSet();
        AddPlaces(table, text, bigrams, title);
        AddProbabilities(table, bigrams, probabilities);
        AddTerms(table, text, bigrams, priors, terms);
        return table;
    }

    private static void AddPlaces(FeatureTable table, AnalyzedText text, Bigrams bigrams, HashSet<(int, int)> title)
    {
        table.Add("count", b => bigrams.Occurrences[b]);
        table.Add("sentences with it", b => bigrams.SentenceFrequency[b]);
        table.Add("first sentence", b => bigrams.First[b]);
        table.Add("last sentence", b => bigrams.Last[b]);
        table.Add("nearness", b => bigrams.Nearness[b]);
        table.Add("place in sentence", b => bigrams.PlaceInSentence[b]);
        table.Add("in title", b => title.Contains(bigrams.Pairs[b]) ? 1 : 0);
        table.Add("first share", b => (double)bigrams.First[b] / text.Sentences.Count);
        table.Add("sentences", _ => text.Sentences.Count);
    }

    private static void AddProbabilities(FeatureTable table, Bigrams bigrams, double[] probabilities)
    {
        table.Add("one", b => probabilities[bigrams.Pairs[b].One]);
        table.Add("other", b => probabilities[bigrams.Pairs[b].Other]);
        table.Add("lower", b => Math.Min(probabilities[bigrams.Pairs[b].One], probabilities[bigrams.Pairs[b].Other]));
        table.Add("both", b => probabilities[bigrams.Pairs[b].One] * probabilities[bigrams.Pairs[b].Other]);
    }

    private static void AddTerms(FeatureTable table, AnalyzedText text, Bigrams bigrams, TermPrior[] priors, FeatureTable terms)
    {
        var (capitals, title) = (terms["capital share"], terms["in title"]);
        void Both(string name, Func<int, double> value)
        {
            table.Add($"{name} of one", b => value(bigrams.Pairs[b].One));
            table.Add($"{name} of other", b => value(bigrams.Pairs[b].Other));
        }

        Both("capitals", term => capitals[term]);
        Both("title", term => title[term]);
        Both("idf", term => priors[term].Idf);
        Both("stop", term => text.IsStop[term] ? 1 : 0);
        Both("tf", term => text.TermFrequency[term]);
        table.Add("share of one", b => (double)bigrams.Occurrences[b] / Math.Max(1, text.TermFrequency[bigrams.Pairs[b].One]));
        table.Add("share of other", b => (double)bigrams.Occurrences[b] / Math.Max(1, text.TermFrequency[bigrams.Pairs[b].Other]));
        table.Add("stops", b => (text.IsStop[bigrams.Pairs[b].One] ? 2 : 0) + (text.IsStop[bigrams.Pairs[b].Other] ? 1 : 0));
    }
}
