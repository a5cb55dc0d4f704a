using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Reading;

/// <summary>Finds what each sentence needs, by its opening and its quotations.</summary>
internal sealed class NeedReader(
    string text, IReadOnlyList<TextSpan> sentences, bool[] furniture, ReadingLanguage? words, ReadingRule rules, CancellationToken cancellationToken)
{
    private const int Outside = -2;

    /// <summary>Less is a name or a title, unless a mark of speech ends it.</summary>
    private const int LeastSpeech = 20;

    private const int MostNameless = 4;
    private readonly Quotations _quotations = Quotations.Of(text, sentences, cancellationToken);
    private int _runStart = -1;
    private int _runEnd = -1;
    private int _leadsTo;

    /// <returns>A sentence, <see cref="ReadingRules.Nothing"/> or <see cref="ReadingRules.Never"/>; before the text's start it is outside.</returns>
    public int Need(int sentence)
    {
        if (words is null)
        {
            return rules.HasFlag(ReadingRule.Quotations) && _quotations.Joins(sentence - 1) ? sentence - 1 : ReadingRules.Nothing;
        }

        var before = sentence == 0 ? Outside : sentence - 1;
        var opening = rules.HasFlag(ReadingRule.Openings) && Opening.Leans(Of(sentence), words, sentence == 0) ? before : ReadingRules.Nothing;
        var quotation = rules.HasFlag(ReadingRule.Quotations) && IsSpeech(sentence) ? SpeakerOf(sentence, before) : ReadingRules.Nothing;
        var ending = rules.HasFlag(ReadingRule.Quotations) && Of(sentence).EndsWith(":", StringComparison.Ordinal) ? sentence + 1 : ReadingRules.Nothing;
        return Both(Both(opening, quotation), ending);
    }

    private static int Both(int one, int other) => one == other || other == ReadingRules.Nothing ? one
        : one == ReadingRules.Nothing ? other
        : ReadingRules.Never;

    private ReadOnlySpan<char> Of(int sentence) => text.AsSpan(sentences[sentence].Start, sentences[sentence].Length);

    /// <summary>Whether the sentence is speech for the most part, or has a part of speech that goes on in its neighbors.</summary>
    private bool IsSpeech(int sentence)
    {
        if (_quotations.Joins(sentence) || _quotations.Joins(sentence - 1))
        {
            return true;
        }

        var (all, isSpeech) = (0, false);
        foreach (var quotation in _quotations.In(sentence))
        {
            var length = Math.Min(quotation.End, sentences[sentence].End) - Math.Max(quotation.Start, sentences[sentence].Start);
            (all, isSpeech) = (all + length, isSpeech || length >= LeastSpeech
                || (quotation.IsClosed && text[quotation.End - 2] is ',' or '.' or '!' or '?'));
        }

        return isSpeech && all * 2 > sentences[sentence].Length;
    }

    /// <summary>What a sentence of speech needs so that a reader knows who speaks.</summary>
    private int SpeakerOf(int sentence, int before)
    {
        if (sentence > _runEnd)
        {
            ReadRun(sentence);
        }

        return _leadsTo switch
        {
            ReadingRules.Never => ReadingRules.Never,
            _ when sentence < _leadsTo => sentence + 1,
            _ when sentence > _leadsTo => before,
            _ => ReadingRules.Nothing,
        };
    }

    /// <summary>The sentences that one quotation joins, and the sentence among or beside them that says who speaks.</summary>
    private void ReadRun(int start)
    {
        (_runStart, _runEnd) = (start, start);
        while (_quotations.Joins(_runEnd))
        {
            _runEnd++;
        }

        var (speaker, speakerAt) = FirstSpeaker();
        _leadsTo = speaker switch
        {
            Speaker.Named => speakerAt,
            Speaker.Pronoun when HasNameBefore(start) && (start == _runEnd || Introduces(start - 1)) => start - 1,
            Speaker.Pronoun => ReadingRules.Never, // "he said" would be needed, and the name before too
            _ when start > 0 && Introduces(start - 1) => start - 1,
            _ when IsAttribution(_runEnd + 1) => _runEnd + 1,
            _ => ReadingRules.Never,
        };
    }

    /// <summary>The first of the run that names its speaker, else the first that has a pronoun for one.</summary>
    private (Speaker Speaker, int At) FirstSpeaker()
    {
        var pronounAt = -1;
        for (var at = _runStart; at <= _runEnd; at++)
        {
            var speaker = SpeakerIn(at);
            if (speaker == Speaker.Named)
            {
                return (speaker, at);
            }

            pronounAt = speaker == Speaker.Pronoun && pronounAt < 0 ? at : pronounAt;
        }

        return (pronounAt < 0 ? Speaker.None : Speaker.Pronoun, pronounAt);
    }

    private Speaker SpeakerIn(int sentence) => SpeakerReader.Of(text, sentences[sentence], _quotations.In(sentence), words!);

    /// <summary>Whether the sentence before has a name for "he said", or those have that it needs.</summary>
    private bool HasNameBefore(int sentence)
    {
        for (var at = sentence - 1; at >= 0 && at > sentence - 1 - MostNameless; at--)
        {
            if (Opening.HasName(Of(at), words!))
            {
                return true;
            }

            if (!Opening.Leans(Of(at), words!, at == 0))
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence leads to the speech that follows: "Smith said:", or speech of its own with a speaker.</summary>
    private bool Introduces(int sentence) => !furniture[sentence] && SpeakerIn(sentence) switch
    {
        Speaker.Named => true,
        Speaker.Pronoun => HasNameBefore(sentence),
        _ => IsSpeech(sentence),
    };

    /// <summary>Whether a sentence is no more than "Smith said."</summary>
    private bool IsAttribution(int sentence) =>
        sentence < sentences.Count && Words.Count(Of(sentence)) <= 8 && !IsSpeech(sentence) && SpeakerIn(sentence) == Speaker.Named;
}
