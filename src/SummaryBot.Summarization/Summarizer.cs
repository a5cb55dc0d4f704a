using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Reasons;
using SummaryBot.Summarization.Selection;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization;

/// <summary>Makes extractive summaries: whole sentences of a text, word for word, in its order. Pure, deterministic, safe from any thread.</summary>
/// <remarks>
/// The cost is linear in the text, whatever it is made of. Caps hold it so: the language is guessed by the first 2,000 characters, the first 200 sentences
/// are chosen from, 500 words are read of each and of the title, and of a word 64 characters. The offsets and the figures are of the whole text.
/// </remarks>
public static class Summarizer
{
    /// <summary>Chooses the sentences that stand for a text.</summary>
    /// <param name="text">Any text; paragraphs are separated by an empty line.</param>
    /// <param name="options">How much to choose, and what is known of the text.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Sentences by their offsets into <paramref name="text"/>; none for a text without any.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of sentences or of words is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static Summary Summarize(string text, SummaryOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        var language = options.Language ?? LanguageGuess.Of(text);
        return Summarize(text, SentenceSplitter.Split(text, language, cancellationToken), options with { Language = language }, cancellationToken);
    }

    /// <summary>Guesses the language of a text by its first 2,000 characters; 95 of 100 guesses are right from 300 characters on.</summary>
    /// <returns>An ISO 639-1 code; null where no known language fits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string? LanguageOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LanguageGuess.Of(text);
    }

    /// <summary>Chooses among sentences that were split already.</summary>
    /// <param name="sentences">The sentences of a text in their order.</param>
    /// <param name="options">How much to choose, and what is known of the text.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Sentences by their index; the offsets are into the sentences joined by a newline.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of sentences or of words is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static Summary SummarizeSentences(IReadOnlyList<string> sentences, SummaryOptions options, CancellationToken cancellationToken = default)
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

        return Summarize(text, spans, options with { Language = options.Language ?? LanguageGuess.Of(text) }, cancellationToken);
    }

    private static Summary Summarize(string text, IReadOnlyList<TextSpan> spans, SummaryOptions options, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Sentences ?? 1, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Words ?? 1, 1, nameof(options));
        if (spans.Count == 0)
        {
            return new Summary([], 0, 0, options.Language, IsLead: true) { Answers = IsAsked(options) ? false : null };
        }

        var ranked = Rank(text, spans, options, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var answers = IsAsked(options) ? AboutChoice.Of(ranked.Ranked, options) : null;
        var isLead = false;
        var chosen = answers is { Length: > 0 } ? answers : Choose(ranked.Ranked, ranked.Model, spans, options, out isLead);
        return new Summary(Sentences(chosen, ranked.Ranked, spans), spans.Count, Words.Count(text), options.Language, isLead)
        {
            Answers = answers is null ? null : answers.Length > 0,
            Reasons = !options.Why ? [] : answers is { Length: > 0 } ? ReasonFinder.OfAnswers(chosen) : ReasonFinder.Of(ranked.Ranked, ranked.Model, chosen, options, isLead),
        };
    }

    private static Sentence[] Sentences(int[] chosen, RankedText ranked, IReadOnlyList<TextSpan> spans)
    {
        var sentences = new Sentence[chosen.Length];
        var scores = Array.ConvertAll(chosen, i => ScoreOf(i, ranked));
        var order = Order.Descending(scores);
        for (var place = 0; place < order.Length; place++)
        {
            var i = chosen[order[place]];
            sentences[order[place]] = new Sentence(i, spans[i].Start, spans[i].End, scores[order[place]], place + 1);
        }

        return sentences;
    }

    private static bool IsAsked(SummaryOptions options) => !string.IsNullOrWhiteSpace(options.About);

    /// <summary>Sentences that were not ranked may answer what was asked.</summary>
    private static float ScoreOf(int sentence, RankedText ranked) => sentence < ranked.Scores.Length ? Math.Clamp(ranked.Scores[sentence], 0, 1) : 0;

    private static (RankedText Ranked, SummaryModel Model) Rank(
        string text, IReadOnlyList<TextSpan> spans, SummaryOptions options, CancellationToken cancellationToken)
    {
        var models = TrainedModels.Default;
        var isEnglish = options.Language is "en";
        var analyzed = AnalyzedText.Of(text, spans, options.Title, options.Language, hasLists: isEnglish);
        var rules = ReadingRules.Of(text, spans, options.Language, cancellationToken: cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var (evidence, model) = isEnglish
            ? (models.Vocabulary.Measure(analyzed), models.English)
            : (Vocabulary.MeasureUnknown(analyzed), models.Other);
        return (model.Rank(evidence, rules), model);
    }

    private static int[] Choose(RankedText ranked, SummaryModel model, IReadOnlyList<TextSpan> spans, SummaryOptions options, out bool isLead)
    {
        var words = Array.ConvertAll(ranked.Text.Sentences, sentence => sentence.WordCount);
        var search = new SetSearch(ranked, model);
        var isPreset = options is { Sentences: null, Words: null };
        var medium = isPreset ? search.Preset(SummaryLength.Medium) : [];
        isLead = spans.Count <= LeadChoice.FewSentences || (isPreset && LeadChoice.SavesLittle(medium.Sum(i => words[i]), words.Sum()));
        if (isLead)
        {
            return LeadChoice.Of(ranked, options);
        }

        var chosen = options switch
        {
            { Words: { } most } => search.Words(most),
            { Sentences: { } count } => search.Count(count),
            { Length: SummaryLength.Medium } => medium,
            _ => search.Preset(options.Length),
        };
        return chosen.Length > 0 ? chosen : LeadChoice.Shortest(ranked);
    }
}
