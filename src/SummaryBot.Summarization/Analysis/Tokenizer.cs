using System.Collections.Frozen;
using System.Globalization;
using SummaryBot.Summarization.Text;
using SummaryBot.Summarization.Text.Stemming;

namespace SummaryBot.Summarization.Analysis;

/// <summary>Turns the sentences of one text into terms. For English these are the tokens of ROUGE: Porter stems of runs of letters and digits.</summary>
/// <remarks>Source: google-research/rouge, tokenize.py: a word of more than three letters is stemmed.</remarks>
internal sealed class Tokenizer(string? language, bool hasLists)
{
    /// <summary>Of a longer sentence only the beginning is read: no sentence of prose is so long, and the work grows with the words.</summary>
    public const int MostTokens = 500;

    private const int LongestWord = 64;
    private const int LeastStemmed = 4;
    private readonly FrozenSet<string> _stopWords = StopWords.Of(language);
    private readonly Dictionary<string, (int Term, int Word, WordKinds Kinds)>.AlternateLookup<ReadOnlySpan<char>> _words =
        new Dictionary<string, (int Term, int Word, WordKinds Kinds)>(512, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _terms =
        new Dictionary<string, int>(512, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<int> _lastSentence = [];
    private readonly List<int> _tokens = [];
    private readonly List<WordKinds> _kinds = [];
    private readonly List<int> _wordNumbers = [];
    private readonly List<int> _distinct = [];
    private int _sentences;

    /// <summary>The distinct stems; a term's number is its place.</summary>
    public List<string> Terms { get; } = [];

    /// <summary>For each term, whether it is a stop word.</summary>
    public List<bool> IsStop { get; } = [];

    public AnalyzedSentence Read(ReadOnlySpan<char> text)
    {
        _tokens.Clear();
        _kinds.Clear();
        _wordNumbers.Clear();
        _distinct.Clear();
        _sentences++;
        var letters = 0;
        for (var start = 0; start < text.Length && _tokens.Count < MostTokens;)
        {
            var end = EndOfWord(text, start);
            if (end > start)
            {
                Add(text[start..end]);
                letters += end - start;
            }

            start = Math.Max(end, start + 1);
        }

        return new AnalyzedSentence([.. _tokens], [.. _kinds], [.. _wordNumbers], [.. _distinct], Text.Words.Count(text), letters);
    }

    public static int EndOfWord(ReadOnlySpan<char> text, int start)
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

    private void Add(ReadOnlySpan<char> original)
    {
        var (term, word, kinds) = Look(original);
        _tokens.Add(term);
        _wordNumbers.Add(word);
        _kinds.Add(char.IsUpper(original[0]) ? kinds | WordKinds.Capital : kinds);
        if (_lastSentence[term] != _sentences)
        {
            _lastSentence[term] = _sentences;
            _distinct.Add(term);
        }
    }

    private (int Term, int Word, WordKinds Kinds) Look(ReadOnlySpan<char> original)
    {
        Span<char> lower = stackalloc char[LongestWord];
        lower = lower[..Casing.ToLower(original, lower, language)];
        if (_words.TryGetValue(lower, out var found))
        {
            return found;
        }

        var word = lower.ToString();
        var kinds = hasLists ? WordLists.Of(lower) : WordLists.Digits(lower);
        var stem = lower.Length >= LeastStemmed ? lower[..Stemmer.Stem(lower, language)] : lower;
        return _words.Dictionary[word] = (Term(stem, word), _words.Dictionary.Count, kinds);
    }

    private int Term(ReadOnlySpan<char> letters, string word)
    {
        if (!_terms.TryGetValue(letters, out var term))
        {
            var stem = letters.SequenceEqual(word) ? word : letters.ToString();
            _terms.Dictionary[stem] = term = Terms.Count;
            Terms.Add(stem);
            IsStop.Add(_stopWords.Contains(word) || _stopWords.Contains(stem));
            _lastSentence.Add(0);
        }

        return term;
    }
}
