namespace SummaryBot.Summarization.Analysis;

/// <summary>One sentence as numbers of terms.</summary>
/// <param name="Tokens">The terms in order.</param>
/// <param name="IsCapitalized">For each token, whether its word began with a capital.</param>
/// <param name="Distinct">The distinct terms, in order of first appearance.</param>
/// <param name="Words">The words of the tokens, in lower case, as they stood.</param>
/// <param name="WordCount">Runs of anything but white space.</param>
/// <param name="Text">As it stands.</param>
internal sealed record AnalyzedSentence(int[] Tokens, bool[] IsCapitalized, int[] Distinct, string[] Words, int WordCount, string Text);
