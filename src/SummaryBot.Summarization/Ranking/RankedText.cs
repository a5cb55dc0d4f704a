using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Reading;

namespace SummaryBot.Summarization.Ranking;

/// <summary>A text with all that its ranking found.</summary>
/// <param name="Evidence">What is known without a model.</param>
/// <param name="Features">A row for each sentence.</param>
/// <param name="Terms">Each term's probability to be kept by a reference summary.</param>
/// <param name="Pairs">Each bigram's.</param>
/// <param name="Scores">Each sentence's probability to belong to the best summary.</param>
/// <param name="Rules">Which sentences can be read without which.</param>
internal sealed record RankedText(Evidence Evidence, FeatureTable Features, float[] Terms, float[] Pairs, float[] Scores, ReadingRules Rules)
{
    public AnalyzedText Text => Evidence.Text;
}
