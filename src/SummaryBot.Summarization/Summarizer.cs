using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Selection;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization;

/// <summary>Makes extractive summaries: whole sentences of a text, word for word, in its order. Pure, deterministic, safe from any thread.</summary>
public static class Summarizer
{
    /// <summary>Chooses the sentences that stand for a text.</summary>
    /// <param name="text">Any text; paragraphs are separated by an empty line.</param>
    /// <param name="options">How much to choose, and what is known of the text.</param>
    /// <returns>Sentences by their offsets into <paramref name="text"/>; none for a text without any.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of sentences or of words is below 1.</exception>
    public static Summary Summarize(string text, SummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        var language = options.Language ?? LanguageGuess.Of(text);
        return Summarize(text, SentenceSplitter.Split(text, language), options with { Language = language });
    }

    /// <summary>Chooses among sentences that were split already.</summary>
    /// <param name="sentences">The sentences of a text in their order.</param>
    /// <param name="options">How much to choose, and what is known of the text.</param>
    /// <returns>Sentences by their index; the offsets are into the sentences joined by a newline.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of sentences or of words is below 1.</exception>
    public static Summary SummarizeSentences(IReadOnlyList<string> sentences, SummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(options);
        var text = string.Join('\n', sentences);
        var spans = new List<TextSpan>(sentences.Count);
        foreach (var sentence in sentences)
        {
            var start = spans.Count == 0 ? 0 : spans[^1].End + 1;
            spans.Add(new TextSpan(start, start + sentence.Length));
        }

        return Summarize(text, spans, options with { Language = options.Language ?? LanguageGuess.Of(text) });
    }

    private static Summary Summarize(string text, IReadOnlyList<TextSpan> spans, SummaryOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Sentences ?? 1, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Words ?? 1, 1, nameof(options));
        var sentences = SentenceScorer.Score(text, spans, options.Title, options.Language);
        var isLead = LeadChoice.IsDue(sentences, options);
        var chosen = isLead ? LeadChoice.Of(sentences, options) : Choose(sentences, options);
        return new Summary(
            [.. chosen.Select(s => s.Sentence).OrderBy(s => s.Index)], spans.Count, Words.Count(text), options.Language, isLead);
    }

    private static IReadOnlyList<ScoredSentence> Choose(IReadOnlyList<ScoredSentence> sentences, SummaryOptions options) => options switch
    {
        { Words: { } words } => SentenceChoice.Words(sentences, words),
        { Sentences: { } count } => SentenceChoice.Count(sentences, count),
        _ => SentenceChoice.Preset(sentences, options.Length),
    };
}
