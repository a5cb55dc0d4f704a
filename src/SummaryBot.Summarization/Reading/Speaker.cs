using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Reading;

/// <summary>How a sentence says who speaks in it.</summary>
internal enum Speaker
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a word that stands for a name: "he said".</summary>
    Pronoun,

    /// <summary>By name or kind: "Smith said", "a spokesman said".</summary>
    Named,
}

/// <summary>Finds who speaks in the words of a sentence that are outside quotation marks.</summary>
internal ref struct SpeakerReader(string text, TextSpan sentence, ReadOnlySpan<Quotation> quotations, ReadingLanguage words)
{
    private readonly ReadOnlySpan<char> _text = text.AsSpan(sentence.Start, sentence.Length);
    private readonly ReadOnlySpan<Quotation> _quotations = quotations;
    private bool _speaks;
    private bool _isPronoun;
    private bool _hasNoun;
    private bool _hasName;
    private int _sincePronoun = 9;
    private int _sinceVerb = 9;
    private bool _lastIsName;
    private bool _isFirst = true;

    public static Speaker Of(string text, TextSpan sentence, ReadOnlySpan<Quotation> quotations, ReadingLanguage words) =>
        new SpeakerReader(text, sentence, quotations, words).Read();

    private Speaker Read()
    {
        var at = 0;
        foreach (var quotation in _quotations)
        {
            var start = Math.Max(quotation.Start - sentence.Start, 0);
            if (start > at)
            {
                ReadPart(_text[at..start]);
                _speaks |= _text[at..start].TrimEnd().EndsWith(":", StringComparison.Ordinal);
            }

            at = Math.Max(at, Math.Min(quotation.End - sentence.Start, _text.Length));
        }

        ReadPart(_text[at..]);
        return !_speaks ? Speaker.None : _isPronoun || !_hasNoun ? Speaker.Pronoun : Speaker.Named;
    }

    private void ReadPart(ReadOnlySpan<char> part)
    {
        var reader = new WordReader(part);
        (_sincePronoun, _sinceVerb) = (9, 9);
        while (reader.Next())
        {
            Take(reader);
            _isFirst = false;
        }
    }

    private void Take(WordReader reader)
    {
        var word = reader.Stem;
        if (ReadingLanguage.Has(words.SpeechVerbs, reader.Word))
        {
            _speaks = true;
            _isPronoun |= _sincePronoun < 2 && !_lastIsName && !_hasName;
            (_sincePronoun, _sinceVerb) = (9, 0);
        }
        else if (ReadingLanguage.Has(words.Pronouns, word))
        {
            _isPronoun |= _sinceVerb < 2 && !_hasNoun; // said he; according to him
            (_sincePronoun, _sinceVerb) = (0, _sinceVerb + 1);
        }
        else
        {
            _lastIsName = reader.IsCapitalized && !ReadingLanguage.Has(words.NotNames, word) && !(_isFirst && OpensAnyway(word));
            var isNoun = _lastIsName
                || (word.Length > 2 && !words.StopWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Opening.Lower(word, stackalloc char[40])));
            _hasName |= _lastIsName;
            _hasNoun |= isNoun;
            (_sincePronoun, _sinceVerb) = (_sincePronoun + 1, _sinceVerb + 1);
            return;
        }

        _lastIsName = false;
    }

    /// <summary>Whether the word has its capital from opening the sentence.</summary>
    private readonly bool OpensAnyway(ReadOnlySpan<char> word) =>
        ReadingLanguage.Has(words.Introducers, word) || ReadingLanguage.Has(words.Leaning, word)
        || words.StopWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Opening.Lower(word, stackalloc char[40]));
}
