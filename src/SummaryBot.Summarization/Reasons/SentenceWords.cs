using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Reasons;

/// <summary>The words of one sentence as they stand in it.</summary>
internal sealed class SentenceWords
{
    private readonly string _text;
    private readonly AnalyzedSentence _sentence;
    private readonly List<(int Start, int End)> _spans;
    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);

    public SentenceWords(AnalyzedText text, int sentence)
    {
        _text = text.TextOf(sentence).ToString();
        _sentence = text.Sentences[sentence];
        _spans = new List<(int, int)>(_sentence.Tokens.Length);
        for (var start = 0; start < _text.Length;)
        {
            var end = Tokenizer.EndOfWord(_text, start);
            if (end > start)
            {
                _spans.Add((start, end));
            }

            start = Math.Max(end, start + 1);
        }
    }

    /// <summary>Whether a word was not told of yet.</summary>
    public bool IsNew(string word) => !_told.Contains(word);

    public List<string> Told(List<string> words)
    {
        _told.UnionWith(words);
        return words;
    }

    /// <summary>The first word that has the term.</summary>
    public string Of(int term) => Text(Array.IndexOf(_sentence.Tokens, term));

    /// <summary>Figures with what belongs to them, such as 1,200 and $3.50, each once.</summary>
    public IEnumerable<string> Figures()
    {
        for (var at = 0; at < _spans.Count; at++)
        {
            if (!Is(at, WordKinds.Digit))
            {
                continue;
            }

            var (start, end) = _spans[at];
            while (at + 1 < _spans.Count && Is(at + 1, WordKinds.Digit) && _spans[at + 1].Start == end + 1 && _text[end] is '.' or ',' or ':')
            {
                end = _spans[++at].End;
            }

            start -= start > 0 && _text[start - 1] is '$' or '£' or '€' ? 1 : 0;
            end += end < _text.Length && _text[end] is '%' or '€' ? 1 : 0;
            yield return _text[start..end];
        }
    }

    /// <summary>Words with a capital that do not open the sentence; those parted by one space are one name.</summary>
    public IEnumerable<string> Names()
    {
        for (var at = 1; at < _spans.Count; at++)
        {
            if (!IsName(at))
            {
                continue;
            }

            var (start, end) = _spans[at];
            while (at + 1 < _spans.Count && IsName(at + 1) && _spans[at + 1].Start == end + 1 && _text[end] is ' ' or '-')
            {
                end = _spans[++at].End;
            }

            yield return _text[start..end];
        }
    }

    private string Text(int at) => _text[_spans[at].Start.._spans[at].End];

    private bool IsName(int at) => Is(at, WordKinds.Capital) && !Is(at, WordKinds.Weekday | WordKinds.FirstPerson | WordKinds.Pronoun)
        && _spans[at].End - _spans[at].Start > 1;

    private bool Is(int at, WordKinds kinds) => (_sentence.Kinds[at] & kinds) != WordKinds.None;
}
