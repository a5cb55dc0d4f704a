using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Ranking;

/// <summary>What can be measured of each term of a text, for the probability that a reference summary keeps it.</summary>
internal sealed class TermFeatures
{
    private const int Lead = 3;
    private const int Opening = 5;

    private readonly Evidence _evidence;
    private readonly AnalyzedText _text;
    private readonly int _count;
    private readonly float _tokens;
    private readonly FeatureTable _table;
    private readonly float[] _first;
    private readonly float[] _last;
    private readonly float[] _firstToken;
    private readonly float[] _capitals;
    private readonly float[] _innerCapitals;
    private readonly float[] _inLead;
    private readonly float[] _inOpening;
    private readonly float[] _atStarts;
    private readonly float[] _nearness;
    private readonly float[] _chained;
    private readonly float[] _inQuotes;
    private readonly float[] _company;
    private readonly float[] _lengths;
    private readonly float[] _withTitle;

    private TermFeatures(Evidence evidence)
    {
        (_evidence, _text, _count) = (evidence, evidence.Text, evidence.Text.Terms.Count);
        _table = new FeatureTable(_count);
        _tokens = Math.Max(1, _text.Sentences.Sum(sentence => sentence.Tokens.Length));
        (_first, _last, _firstToken, _capitals, _innerCapitals) = (New(), New(), New(), New(), New());
        (_inLead, _inOpening, _atStarts, _nearness, _chained) = (New(), New(), New(), New(), New());
        (_inQuotes, _company, _lengths, _withTitle) = (New(), New(), New(), New());
        Array.Fill(_first, -1);
        var position = 0;
        for (var i = 0; i < _text.Sentences.Length; i++)
        {
            CountTokens(i, _text.Sentences[i], position);
            CountSentence(i, _text.Sentences[i]);
            position += _text.Sentences[i].Tokens.Length;
        }
    }

    /// <returns>A row for each term.</returns>
    public static FeatureTable Of(Evidence evidence)
    {
        var features = new TermFeatures(evidence);
        features.AddCounts();
        features.AddPlaces();
        features.AddKinds();
        features.AddCompany();
        return features._table;
    }

    private float[] New() => new float[_count];

    private void CountTokens(int index, AnalyzedSentence sentence, int position)
    {
        var wasCapital = false;
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            var term = sentence.Tokens[at];
            if (_first[term] < 0)
            {
                (_first[term], _firstToken[term]) = (index, position + at);
            }

            var isCapital = (sentence.Kinds[at] & WordKinds.Capital) != WordKinds.None;
            _last[term] = index;
            _capitals[term] += isCapital ? 1 : 0;
            _innerCapitals[term] += isCapital && at > 0 ? 1 : 0;
            _inLead[term] += index < Lead ? 1 : 0;
            _atStarts[term] += index > 0 && at < 3 ? 1 : 0;
            _chained[term] += isCapital && wasCapital ? 1 : 0;
            wasCapital = isCapital;
        }
    }

    private void CountSentence(int index, AnalyzedSentence sentence)
    {
        var nearness = 1f / (index + 1);
        var (quoted, central, titled) = (_evidence.IsQuoted[index] ? 1f : 0, _evidence.Similarity.ToCenter[index], _evidence.TitleOverlap[index]);
        foreach (var term in sentence.Distinct)
        {
            _nearness[term] += nearness;
            _inOpening[term] += index < Opening ? 1 : 0;
            _inQuotes[term] += quoted;
            _company[term] = Math.Max(_company[term], central);
            _lengths[term] += sentence.WordCount;
            _withTitle[term] = Math.Max(_withTitle[term], titled);
        }
    }

    private float Share(float part, int term) => part / Math.Max(1, _text.TermFrequency[term]);

    private float SentenceShare(float part, int term) => part / Math.Max(1, _text.SentenceFrequency[term]);

    private void AddCounts()
    {
        _table.Add("tf", term => _text.TermFrequency[term]);
        _table.Add("sentences with it", term => _text.SentenceFrequency[term]);
        _table.Add("capital share", term => Share(_capitals[term], term));
        _table.Add("inner capital share", term => Share(_innerCapitals[term], term));
        _table.Add("in lead", _inLead);
        _table.Add("in opening", _inOpening);
        _table.Add("nearness", _nearness);
        _table.Add("at starts", _atStarts);
        _table.Add("sentence share", term => (float)_text.SentenceFrequency[term] / _text.Sentences.Length);
        _table.Add("token share", term => _text.TermFrequency[term] / _tokens);
    }

    private void AddPlaces()
    {
        _table.Add("first sentence", _first);
        _table.Add("last sentence", _last);
        _table.Add("span", term => _last[term] - _first[term]);
        _table.Add("first token", _firstToken);
        _table.Add("first token share", term => _firstToken[term] / _tokens);
        _table.Add("sentences", _ => _text.Sentences.Length);
        _table.Add("tokens", _ => _tokens);
    }

    private void AddKinds()
    {
        var priors = _evidence.Priors;
        var title = _evidence.InTitle;
        _table.Add("in title", term => title[term] ? 1 : 0);
        _table.Add("title terms", _ => _text.Title.Length);
        _table.Add("idf", term => priors[term].Idf);
        var tfidf = _table.Add("tf-idf", term => _text.TermFrequency[term] * priors[term].Idf / _tokens * 100);
        _table.Add("letters", term => _text.Terms[term].Length);
        _table.Add("stop word", term => _text.IsStop[term] ? 1 : 0);
        _table.Add("number", term => Number(_text.Terms[term]));
        var rank = _table.AddRank("tf-idf rank", tfidf);
        _table.Add("tf-idf place", term => rank[term] * (_count - 1));
        _table.Add("rate", term => priors[term].Rate);
        _table.Add("seen", term => priors[term].Seen);
    }

    private void AddCompany()
    {
        var (center, first, title) = _evidence.Vectors.OfTerms();
        _table.Add("chained share", term => Share(_chained[term], term));
        _table.Add("quoted share", term => SentenceShare(_inQuotes[term], term));
        _table.Add("company", _company);
        _table.Add("length of sentences", term => SentenceShare(_lengths[term], term));
        _table.Add("beside title", _withTitle);
        _table.Add("vector to center", center);
        _table.Add("vector to first", first);
        _table.Add("vector to title", title);
    }

    private static float Number(string term) =>
        term.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? 2 : term.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? 1 : 0;
}
