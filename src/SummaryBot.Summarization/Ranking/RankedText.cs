using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Ranking;

/// <summary>A text with all that its ranking found.</summary>
/// <param name="Text">The sentences as terms.</param>
/// <param name="Bigrams">Of the same sentences.</param>
/// <param name="Similarity">Of the same sentences.</param>
/// <param name="Features">A row for each sentence.</param>
/// <param name="Terms">Each term's probability to be kept by a reference summary.</param>
/// <param name="Pairs">Each bigram's.</param>
/// <param name="Scores">Each sentence's probability to belong to the best summary.</param>
internal sealed record RankedText(
    AnalyzedText Text, Bigrams Bigrams, SentenceSimilarity Similarity, FeatureTable Features, double[] Terms, double[] Pairs, double[] Scores);
