namespace SummaryBot.Summarization.Models;

/// <summary>The trained weights for one way of asking.</summary>
/// <param name="Terms">The probability that a reference summary keeps a term.</param>
/// <param name="Bigrams">The same of a bigram.</param>
/// <param name="Sentences">The log-odds that a sentence belongs to the best summary.</param>
/// <param name="Sets">The ROUGE to expect of a set of sentences, less the mean of the text's sets.</param>
internal sealed record SummaryModel(BinnedModel Terms, BinnedModel Bigrams, LinearModel Sentences, LinearModel Sets);
