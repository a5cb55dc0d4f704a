using System.Runtime.InteropServices;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Reading;

/// <summary>The outer quotations of a text, and the sentences that they join.</summary>
internal sealed class Quotations
{
    /// <summary>A mark that closes later belongs to another quotation.</summary>
    private const int MostSentences = 8;

    private readonly string _text;
    private readonly IReadOnlyList<TextSpan> _sentences;
    private readonly List<Quotation> _all = [];
    private readonly bool[] _joins;
    private readonly int[] _first;
    private int _openAt = -1;
    private int _openIn;
    private char _pair;
    private bool _isSpeech;
    private int _paragraphs;

    private Quotations(string text, IReadOnlyList<TextSpan> sentences)
    {
        _text = text;
        _sentences = sentences;
        _joins = new bool[sentences.Count];
        _first = new int[sentences.Count + 1];
    }

    /// <summary>The outer quotations in order; none overlap.</summary>
    public ReadOnlySpan<Quotation> All => CollectionsMarshal.AsSpan(_all);

    public static Quotations Of(string text, IReadOnlyList<TextSpan> sentences, CancellationToken cancellationToken = default)
    {
        var quotations = new Quotations(text, sentences);
        if (sentences.Count > 0)
        {
            quotations.Read(cancellationToken);
            quotations.Index();
        }

        return quotations;
    }

    /// <summary>Whether a quotation goes on from this sentence into the next.</summary>
    public bool Joins(int sentence) => sentence >= 0 && _joins[sentence];

    /// <summary>Those that have a part in the sentence.</summary>
    public ReadOnlySpan<Quotation> In(int sentence)
    {
        var (first, end) = (_first[sentence], _first[sentence]);
        while (end < _all.Count && _all[end].Start < _sentences[sentence].End)
        {
            end++;
        }

        return All[first..end];
    }

    private void Read(CancellationToken cancellationToken)
    {
        var sentence = 0;
        for (var at = Next(0); at < _text.Length; at = Next(at + 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = at;
            var (role, pair) = QuotationMark.Read(_text, ref at);
            while (sentence + 1 < _sentences.Count && _sentences[sentence + 1].Start <= start)
            {
                sentence++;
                _paragraphs += StartsParagraph(sentence) ? 1 : 0;
            }

            if (role != Role.None)
            {
                Take(role, pair, start, at + 1, sentence);
            }
        }

        if (_openAt >= 0)
        {
            GiveUp();
        }
    }

    private int Next(int at)
    {
        var next = at < _text.Length ? _text.AsSpan(at).IndexOfAny(QuotationMark.Any) : -1;
        return next < 0 ? _text.Length : at + next;
    }

    private void Take(Role role, char pair, int start, int end, int sentence)
    {
        if (_openAt >= 0 && IsLost(start, sentence))
        {
            GiveUp();
        }

        if (_openAt < 0)
        {
            if (role is Role.Opens or Role.Either && start < _sentences[sentence].End)
            {
                Open(start, sentence, pair);
            }

            return;
        }

        if (pair != _pair)
        {
            // speech in double marks opens a sentence: the single mark that is open was a stray one
            if (_pair == '\'' && role == Role.Opens && sentence > _openIn && start == _sentences[sentence].Start)
            {
                GiveUp();
                Open(start, sentence, pair);
            }

            return;
        }

        if (role is Role.Closes or Role.Either)
        {
            if (pair != '\'' || !IsPossessive(start))
            {
                Close(start, end, sentence);
            }
        }
        else if (start == _sentences[sentence].Start && sentence > _openIn && start > 0 && char.IsWhiteSpace(_text[start - 1]))
        {
            Join(_openIn, sentence);
            _all.Add(new Quotation(_openAt, _sentences[sentence - 1].End, true));
            Open(start, sentence, pair);
        }
        else
        {
            GiveUp();
            Open(start, sentence, pair);
        }
    }

    private void Open(int start, int sentence, char pair)
    {
        (_openAt, _openIn, _pair, _paragraphs) = (start, sentence, pair, 0);
        _isSpeech = IsSpeech();
    }

    private void Close(int start, int end, int sentence)
    {
        // a mark alone at the start of a sentence belongs to the one before
        if (sentence > _openIn && start == _sentences[sentence].Start)
        {
            sentence--;
        }

        Join(_openIn, sentence);
        _all.Add(new Quotation(_openAt, end, true));
        _openAt = -1;
    }

    private void Join(int from, int to) => _joins.AsSpan(from, to - from).Fill(true);

    /// <summary>An opening mark with no closing one: its quotation ends with its sentence.</summary>
    private void GiveUp()
    {
        if (_pair != '\'')
        {
            _all.Add(new Quotation(_openAt, _sentences[_openIn].End, false));
        }

        _openAt = -1;
    }

    /// <summary>Whether too much lies between: many sentences, or a new paragraph that does not go on with a mark.</summary>
    private bool IsLost(int at, int sentence) =>
        sentence - _openIn > MostSentences
        || (_pair == '\'' && sentence > _openIn && !_isSpeech)
        || _paragraphs > 1
        || (_paragraphs == 1 && !(at == _sentences[sentence].Start && StartsParagraph(sentence)));

    private bool StartsParagraph(int sentence) =>
        _text.AsSpan(_sentences[sentence - 1].End, _sentences[sentence].Start - _sentences[sentence - 1].End).Count('\n') > 1;

    /// <summary>Whether the open mark stands where speech begins: first in its sentence, or behind a comma or a colon.</summary>
    private bool IsSpeech()
    {
        var before = _text.AsSpan(_sentences[_openIn].Start, _openAt - _sentences[_openIn].Start).TrimEnd();
        return before.IsEmpty || before[^1] is ',' or ':';
    }

    /// <summary>"the players' hopes" inside speech in single marks.</summary>
    private bool IsPossessive(int at) =>
        _text[at - 1] == 's' && at + 2 < _text.Length && _text[at + 1] == ' ' && char.IsLower(_text[at + 2]) && _isSpeech;

    private void Index()
    {
        var next = 0;
        for (var sentence = 0; sentence < _sentences.Count; sentence++)
        {
            while (next < _all.Count && _all[next].End <= _sentences[sentence].Start)
            {
                next++;
            }

            _first[sentence] = next;
        }
    }
}
