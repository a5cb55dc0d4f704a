using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Ranking;

/// <summary>What can be measured of each pair of neighboring terms, for the probability that a reference summary keeps it.</summary>
internal sealed class BigramFeatures
{
    private readonly Evidence _evidence;
    private readonly AnalyzedText _text;
    private readonly Bigrams _bigrams;
    private readonly FeatureTable _table;

    private BigramFeatures(Evidence evidence)
    {
        (_evidence, _text, _bigrams) = (evidence, evidence.Text, evidence.Bigrams);
        _table = new FeatureTable(_bigrams.Count);
    }

    /// <returns>A row for each bigram.</returns>
    /// <param name="evidence">Of the text.</param>
    /// <param name="terms">The features of its terms.</param>
    /// <param name="probabilities">For each term, the probability that a reference summary keeps it.</param>
    public static FeatureTable Of(Evidence evidence, FeatureTable terms, float[] probabilities)
    {
        var features = new BigramFeatures(evidence);
        features.AddPlaces();
        features.AddProbabilities(probabilities);
        features.AddTerms(terms);
        return features._table;
    }

    private void AddPlaces()
    {
        _table.Add("count", b => _bigrams.Occurrences[b]);
        _table.Add("sentences with it", b => _bigrams.SentenceFrequency[b]);
        _table.Add("first sentence", b => _bigrams.First[b]);
        _table.Add("last sentence", b => _bigrams.Last[b]);
        _table.Add("nearness", b => _bigrams.Nearness[b]);
        _table.Add("place in sentence", b => _bigrams.PlaceInSentence[b]);
        _table.Add("in title", b => _evidence.InTitle[_bigrams.Pairs[b].One] && IsInTitle(_bigrams.Pairs[b]) ? 1 : 0);
        _table.Add("first share", b => (float)_bigrams.First[b] / _text.Sentences.Length);
        _table.Add("sentences", _ => _text.Sentences.Length);
        _table.Add("quoted", b => _evidence.IsQuoted[_bigrams.First[b]] ? 1 : 0);
        _table.Add("company", b => _evidence.Similarity.ToCenter[_bigrams.First[b]]);
    }

    private void AddProbabilities(float[] probabilities)
    {
        var one = _table.Add("one", b => probabilities[_bigrams.Pairs[b].One]);
        var other = _table.Add("other", b => probabilities[_bigrams.Pairs[b].Other]);
        _table.Add("lower", b => Math.Min(one[b], other[b]));
        _table.Add("both", b => one[b] * other[b]);
        _table.Add("higher", b => Math.Max(one[b], other[b]));
    }

    private void AddTerms(FeatureTable terms)
    {
        Both("capitals", terms["capital share"]);
        Both("title", terms["in title"]);
        Both("idf", terms["idf"]);
        Both("tf", terms["tf"]);
        Both("rate", terms["rate"]);
        Both("number", terms["number"]);
        var frequency = _text.TermFrequency;
        var one = _table.Add("share of one", b => (float)_bigrams.Occurrences[b] / Math.Max(1, frequency[_bigrams.Pairs[b].One]));
        var other = _table.Add("share of other", b => (float)_bigrams.Occurrences[b] / Math.Max(1, frequency[_bigrams.Pairs[b].Other]));
        _table.Add("share", b => one[b] * other[b]);
        _table.Add("stops", b => (_text.IsStop[_bigrams.Pairs[b].One] ? 2 : 0) + (_text.IsStop[_bigrams.Pairs[b].Other] ? 1 : 0));
        _table.Add("title terms", _ => _text.Title.Length);
    }

    private void Both(string name, float[] column)
    {
        var (one, other) = (new float[_table.Rows], new float[_table.Rows]);
        for (var b = 0; b < one.Length; b++)
        {
            (one[b], other[b]) = (column[_bigrams.Pairs[b].One], column[_bigrams.Pairs[b].Other]);
        }

        _table.Add($"{name} of one", one);
        _table.Add($"{name} of other", other);
    }

    private bool IsInTitle((int One, int Other) pair)
    {
        for (var at = 1; at < _text.Title.Length; at++)
        {
            if (_text.Title[at - 1] == pair.One && _text.Title[at] == pair.Other)
            {
                return true;
            }
        }

        return false;
    }
}
