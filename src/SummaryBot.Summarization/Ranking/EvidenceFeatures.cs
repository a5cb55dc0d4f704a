using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Ranking;

/// <summary>Adds to the features of sentences what the term and bigram models expect of them: sums, means, what is new, ROUGE F1 against the expected summary.</summary>
internal static class EvidenceFeatures
{
    private const float Likely = 0.5f;

    /// <param name="table">A row for each sentence; columns are added.</param>
    /// <param name="evidence">Of the text.</param>
    /// <param name="terms">Each term's probability to be kept by a reference summary.</param>
    /// <param name="pairs">Each bigram's.</param>
    public static void AddTo(FeatureTable table, Evidence evidence, float[] terms, float[] pairs)
    {
        var sentences = evidence.Text.Sentences;
        var ofSentence = evidence.Bigrams.OfSentence;
        var (allTerms, allPairs) = (terms.Sum(), pairs.Sum());
        var content = new float[terms.Length];
        for (var term = 0; term < content.Length; term++)
        {
            content[term] = evidence.Text.IsStop[term] ? 0 : terms[term];
        }

        var contentCount = Array.ConvertAll(sentences, s => (float)Math.Max(1, s.Distinct.Count(term => !evidence.Text.IsStop[term])));
        var newTerms = New(Array.ConvertAll(sentences, s => s.Distinct), content);
        var newPairs = New(ofSentence, pairs);

        var all = table.Add("terms", i => Sum(sentences[i].Distinct, terms));
        table.Add("terms mean", i => all[i] / sentences[i].Length);
        var sum = table.Add("content terms", i => Sum(sentences[i].Distinct, content));
        var mean = table.Add("content terms mean", i => sum[i] / contentCount[i]);
        table.Add("new terms", newTerms);
        table.Add("new terms mean", i => newTerms[i] / sentences[i].Length);
        var both = table.Add("bigrams", i => Sum(ofSentence[i], pairs));
        var bothMean = table.Add("bigrams mean", i => both[i] / sentences[i].Length);
        table.Add("new bigrams", newPairs);
        var one = table.Add("terms F1", i => 2 * all[i] / (sentences[i].Length + allTerms));
        var two = table.Add("bigrams F1", i => 2 * both[i] / (sentences[i].Length + allPairs));
        table.AddRank("content terms rank", sum);
        table.AddRank("content terms mean rank", mean);
        table.AddRank("bigrams rank", both);
        table.AddRank("bigrams mean rank", bothMean);
        table.AddRank("F1 rank", [.. one.Zip(two, (a, b) => a + b)]);
        table.Add("expected terms", _ => allTerms);
        table.Add("expected bigrams", _ => allPairs);
        table.Add("best term", i => Most(sentences[i].Distinct, terms));
        table.Add("likely terms", i => sentences[i].Distinct.Count(term => content[term] > Likely));
    }

    private static float Sum(int[] items, float[] values)
    {
        var sum = 0f;
        foreach (var item in items)
        {
            sum += values[item];
        }

        return sum;
    }

    private static float Most(int[] items, float[] values)
    {
        var most = 0f;
        foreach (var item in items)
        {
            most = Math.Max(most, values[item]);
        }

        return most;
    }

    /// <summary>For each sentence the sum over what no earlier one has.</summary>
    private static float[] New(int[][] sentences, float[] values)
    {
        var seen = new bool[values.Length];
        return Array.ConvertAll(sentences, items =>
        {
            var sum = 0f;
            foreach (var item in items)
            {
                sum += seen[item] ? 0 : values[item];
                seen[item] = true;
            }

            return sum;
        });
    }
}
