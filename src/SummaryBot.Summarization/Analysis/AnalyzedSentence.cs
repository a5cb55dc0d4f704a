namespace SummaryBot.Summarization.Analysis;

/// <summary>One sentence as numbers of terms.</summary>
/// <param name="Tokens">The terms in order.</param>
/// <param name="Kinds">For each token, what the form of its word tells.</param>
/// <param name="Words">For each token, the number of its word in lower case; a term may have several words.</param>
/// <param name="Distinct">The distinct terms, in order of first appearance.</param>
/// <param name="WordCount">Runs of anything but white space.</param>
/// <param name="Letters">Letters and digits in the words.</param>
internal sealed record AnalyzedSentence(int[] Tokens, WordKinds[] Kinds, int[] Words, int[] Distinct, int WordCount, int Letters)
{
    /// <summary>How many tokens, at least 1: what shares are taken of.</summary>
    public float Length => Math.Max(1, Tokens.Length);

    public int Count(WordKinds kind)
    {
        var count = 0;
        foreach (var kinds in Kinds)
        {
            count += (kinds & kind) != WordKinds.None ? 1 : 0;
        }

        return count;
    }

    public bool Opens(WordKinds kind) => Kinds is [var first, ..] && (first & kind) != WordKinds.None;
}
