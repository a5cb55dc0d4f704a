using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Reading;

/// <summary>Tells which sentences of an article can be shown away from it: stricter than in its own summary, where nothing stands before the first.</summary>
internal sealed class StandingSentences(string text, IReadOnlyList<TextSpan> sentences, string? language)
{
    private const int LeastWords = 4;
    private readonly ReadingRules _rules = ReadingRules.Of(text, sentences, language);
    private readonly ReadingLanguage? _words = ReadingLanguage.Of(language);

    public bool StandsAlone(int sentence)
    {
        var words = text.AsSpan(sentences[sentence].Start, sentences[sentence].Length);
        return _rules.Needs(sentence) == ReadingRules.Nothing
            && Ends(words)
            && Words.Count(words) >= LeastWords
            && (_words is null || !Opening.Leans(words, _words, isFirst: false));
    }

    /// <summary>Whether it ends as a sentence does; a line of a list, a headline or a caption often does not.</summary>
    private static bool Ends(ReadOnlySpan<char> words) =>
        words.TrimEnd("\"'”’»)]").Length is > 0 and var length && words[length - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '։' or '။' or '።';
}
