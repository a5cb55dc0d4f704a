using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization;

/// <summary>A text read sentence by sentence, to find what one text tells and another does not. Pure, deterministic, safe from any thread.</summary>
/// <remarks>Of a text the first 200 sentences are read, and of each the first 500 words.</remarks>
public sealed class TextReading
{
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _numbers;

    private TextReading(IReadOnlyList<ReadSentence> sentences, HashSet<string> words, HashSet<string> numbers) =>
        (Sentences, _words, _numbers) = (sentences, words, numbers);

    /// <summary>The sentences that were read, in order.</summary>
    public IReadOnlyList<ReadSentence> Sentences { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text; paragraphs are separated by an empty line.</param>
    /// <param name="title">The headline; what it tells counts as told. Null where there is none.</param>
    /// <param name="language">ISO 639-1 code; null has it guessed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static TextReading Of(string text, string? title = null, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        language ??= LanguageGuess.Of(text);
        var spans = SentenceSplitter.Split(text, language);
        var analyzed = AnalyzedText.Of(text, spans, title, language, hasLists: false);
        var standing = new StandingSentences(text, spans, language);
        var sentences = new ReadSentence[analyzed.Sentences.Length];
        var numbers = NumbersIn.Text(title ?? "");
        for (var i = 0; i < sentences.Length; i++)
        {
            var own = NumbersIn.Text(analyzed.TextOf(i));
            numbers.UnionWith(own);
            var names = SentenceNames.Of(analyzed, i, language);
            sentences[i] = new ReadSentence(i, spans[i].Start, spans[i].End, standing.StandsAlone(i), Content(analyzed, i), own, names);
        }

        return new TextReading(sentences, [.. analyzed.Terms], numbers);
    }

    /// <summary>Whether a number of <see cref="ReadSentence.Numbers"/> stands in this text or its title.</summary>
    public bool HasNumber(string number) => _numbers.Contains(number);

    /// <summary>Whether a word of <see cref="ReadSentence.Names"/> or <see cref="ReadSentence.Content"/> stands in this text or its title, in any case and form.</summary>
    public bool HasWord(string word) => _words.Contains(word);

    private static HashSet<string> Content(AnalyzedText text, int sentence) =>
        [.. text.Sentences[sentence].Distinct.Where(term => text.IsContent[term]).Select(term => text.Terms[term])];
}
