namespace SummaryBot.Summarization.Ranking;

/// <summary>A sentence with what ranking knows of it.</summary>
/// <param name="Sentence">Where it stands, and its score.</param>
/// <param name="ContentWords">Its distinct words but the stop words.</param>
/// <param name="WordCount">Runs of anything but white space.</param>
internal sealed record ScoredSentence(Sentence Sentence, IReadOnlySet<string> ContentWords, int WordCount)
{
    public int Length => Sentence.End - Sentence.Start;
}
