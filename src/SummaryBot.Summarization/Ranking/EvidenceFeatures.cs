using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Ranking;

/// <summary>Adds to the features of sentences what the term and bigram models expect of them: sums, means, what is new, ROUGE F1 against the expected summary.</summary>
internal static class EvidenceFeatures
{
    private const double Likely = 0.5;

    /// <param name="table">A row for each sentence; columns are added.</param>
    /// <param name="text">The sentences.</param>
    /// <param name="bigrams">Of the same text.</param>
    /// <param name="terms">Each term's probability to be kept by a reference summary.</param>
    /// <param name="pairs">Each bigram's.</param>
    public static void AddTo(FeatureTable table, AnalyzedText text, Bigrams bigrams, double[] terms, double[] pairs)
    {
        var sentences = text.Sentences;
        var (allTerms, allPairs) = (terms.Sum(), pairs.Sum());
        double Tokens(int i) => Math.Max(1, sentences[i].Tokens.Length);
        double ContentCount(int i) => Math.Max(1, sentences[i].Distinct.Count(IsCounted));
        bool IsCounted(int term) => !text.IsStop[term];
        var newTerms = New(sentences.Select(s => s.Distinct), term => IsCounted(term) ? terms[term] : 0);
        var newPairs = New(bigrams.OfSentence, pair => pairs[pair]);

        var all = table.Add("terms", i => sentences[i].Distinct.Sum(term => terms[term]));
        table.Add("terms mean", i => all[i] / Tokens(i));
        var content = table.Add("content terms", i => sentences[i].Distinct.Where(IsCounted).Sum(term => terms[term]));
        var contentMean = table.Add("content terms mean", i => content[i] / ContentCount(i));
        table.Add("new terms", newTerms);
        table.Add("new terms mean", i => newTerms[i] / Tokens(i));
        var both = table.Add("bigrams", i => bigrams.OfSentence[i].Sum(pair => pairs[pair]));
        var bothMean = table.Add("bigrams mean", i => both[i] / Tokens(i));
        table.Add("new bigrams", newPairs);
        var one = table.Add("terms F1", i => 2 * all[i] / (Tokens(i) + allTerms));
        var two = table.Add("bigrams F1", i => 2 * both[i] / (Tokens(i) + allPairs));
        table.AddRank("content terms rank", content);
        table.AddRank("content terms mean rank", contentMean);
        table.AddRank("bigrams rank", both);
        table.AddRank("bigrams mean rank", bothMean);
        table.AddRank("F1 rank", [.. one.Zip(two, (a, b) => a + b)]);
        table.Add("expected terms", _ => allTerms);
        table.Add("expected bigrams", _ => allPairs);
        table.Add("best term", i => sentences[i].Distinct.Select(term => terms[term]).DefaultIfEmpty().Max());
        table.Add("likely terms", i => sentences[i].Distinct.Count(term => IsCounted(term) && terms[term] > Likely));
    }

    /// <summary>For each sentence the sum over what no earlier one has.</summary>
    private static double[] New(IEnumerable<int[]> sentences, Func<int, double> value)
    {
        var seen = new HashSet<int>();
        return [.. sentences.Select(items => items.Where(seen.Add).Sum(value))];
    }
}
