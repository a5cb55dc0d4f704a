using System.Collections.Frozen;
using System.Globalization;
using SummaryBot.Summarization.Text;
using SummaryBot.Summarization.Text.Stemming;

namespace SummaryBot.Summarization.Analysis;

/// <summary>Turns the sentences of one text into terms. For English these are the tokens of ROUGE: Porter stems of runs of letters and digits.</summary>
/// <remarks>Source: google-research/rouge, tokenize.py: a word of more than three letters is stemmed.</remarks>
internal sealed class Tokenizer(string? language)
{
    private const int LongestWord = 64;
    private const int LeastStemmed = 4;
    private readonly FrozenSet<string> _stopWords = StopWords.Of(language);
    private readonly Dictionary<string, (int Term, string Word)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<bool> _isStop = [];
    private readonly List<int> _lastSentence = [];
    private int _sentences;

    public IReadOnlyList<string> Terms => _names;

    public IReadOnlyList<bool> IsStop => _isStop;

    public AnalyzedSentence Read(ReadOnlySpan<char> text)
    {
        var tokens = new List<int>();
        var capitals = new List<bool>();
        var words = new List<string>();
        var distinct = new List<int>();
        _sentences++;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfWord(text, start);
            if (end > start)
            {
                var (term, word) = Look(text[start..end]);
                tokens.Add(term);
                words.Add(word);
                capitals.Add(char.IsUpper(text[start]));
                if (_lastSentence[term] != _sentences)
                {
                    _lastSentence[term] = _sentences;
                    distinct.Add(term);
                }
            }

            start = Math.Max(end, start + 1);
        }

        return new AnalyzedSentence([.. tokens], [.. capitals], [.. distinct], [.. words], Text.Words.Count(text), text.ToString());
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestWord && IsPart(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsPart(char c) => c < 128
        ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private (int Term, string Word) Look(ReadOnlySpan<char> original)
    {
        Span<char> lower = stackalloc char[LongestWord];
        lower = lower[..Casing.ToLower(original, lower, language)];
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(lower, out var found))
        {
            return found;
        }

        var word = lower.ToString();
        var stem = lower.Length >= LeastStemmed ? lower[..Stemmer.Stem(lower, language)].ToString() : word;
        if (!_terms.TryGetValue(stem, out var term))
        {
            _terms[stem] = term = _names.Count;
            _names.Add(stem);
            _isStop.Add(_stopWords.Contains(word) || _stopWords.Contains(stem));
            _lastSentence.Add(0);
        }

        return _words[word] = (term, word);
    }
}
