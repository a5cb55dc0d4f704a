using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Ranking;

/// <summary>What can be measured of each term of a text, for the probability that a reference summary keeps it.</summary>
internal sealed class TermFeatures
{
    private const int Lead = 3;
    private const int Opening = 5;

    private readonly AnalyzedText _text;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _firstToken;
    private readonly int[] _capitals;
    private readonly int[] _innerCapitals;
    private readonly int[] _inLead;
    private readonly int[] _inOpening;
    private readonly int[] _atStarts;
    private readonly double[] _nearness;

    private TermFeatures(AnalyzedText text)
    {
        _text = text;
        var count = text.Terms.Count;
        (_first, _last, _firstToken) = (Filled(count), Filled(count), Filled(count));
        (_capitals, _innerCapitals, _inLead, _inOpening, _atStarts) = (new int[count], new int[count], new int[count], new int[count], new int[count]);
        _nearness = new double[count];
        var position = 0;
        for (var i = 0; i < text.Sentences.Count; i++)
        {
            CountSentence(i, text.Sentences[i], position);
            position += text.Sentences[i].Tokens.Length;
        }
    }

    /// <returns>A row for each term.</returns>
    public static FeatureTable Of(AnalyzedText text, TermPrior[] priors)
    {
        var features = new TermFeatures(text);
        var table = new FeatureTable(text.Terms.Count);
        features.AddCounts(table);
        features.AddPlaces(table);
        features.AddKinds(table, priors);
        return table;
    }

    private static int[] Filled(int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        return places;
    }

    private void CountSentence(int index, AnalyzedSentence sentence, int position)
    {
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            var term = sentence.Tokens[at];
            if (_first[term] < 0)
            {
                (_first[term], _firstToken[term]) = (index, position + at);
            }

            _last[term] = index;
            _capitals[term] += sentence.IsCapitalized[at] ? 1 : 0;
            _innerCapitals[term] += sentence.IsCapitalized[at] && at > 0 ? 1 : 0;
            _inLead[term] += index < Lead ? 1 : 0;
            _atStarts[term] += index > 0 && at < 3 ? 1 : 0;
        }

        foreach (var term in sentence.Distinct)
        {
            _nearness[term] += 1.0 / (index + 1);
            _inOpening[term] += index < Opening ? 1 : 0;
        }
    }

    private void AddCounts(FeatureTable table)
    {
        double tokens = Math.Max(1, _text.Sentences.Sum(sentence => sentence.Tokens.Length));
        double Share(int part, int term) => part / Math.Max(1.0, _text.TermFrequency[term]);
        table.Add("tf", term => _text.TermFrequency[term]);
        table.Add("sentences with it", term => _text.SentenceFrequency[term]);
        table.Add("capital share", term => Share(_capitals[term], term));
        table.Add("inner capital share", term => Share(_innerCapitals[term], term));
        table.Add("in lead", term => _inLead[term]);
        table.Add("in opening", term => _inOpening[term]);
        table.Add("nearness", _nearness);
        table.Add("at starts", term => _atStarts[term]);
        table.Add("sentence share", term => (double)_text.SentenceFrequency[term] / _text.Sentences.Count);
        table.Add("token share", term => _text.TermFrequency[term] / tokens);
    }

    private void AddPlaces(FeatureTable table)
    {
        double tokens = Math.Max(1, _text.Sentences.Sum(sentence => sentence.Tokens.Length));
        table.Add("first sentence", term => _first[term]);
        table.Add("last sentence", term => _last[term]);
        table.Add("span", term => _last[term] - _first[term]);
        table.Add("first token", term => _firstToken[term]);
        table.Add("first token share", term => _firstToken[term] / tokens);
        table.Add("sentences", _ => _text.Sentences.Count);
        table.Add("tokens", _ => tokens);
    }

    private void AddKinds(FeatureTable table, TermPrior[] priors)
    {
        double tokens = Math.Max(1, _text.Sentences.Sum(sentence => sentence.Tokens.Length));
        var title = _text.Title.ToHashSet();
        table.Add("in title", term => title.Contains(term) ? 1 : 0);
        table.Add("idf", term => priors[term].Idf);
        var tfidf = table.Add("tf-idf", term => _text.TermFrequency[term] * priors[term].Idf / tokens * 100);
        table.Add("letters", term => _text.Terms[term].Length);
        table.Add("stop word", term => _text.IsStop[term] ? 1 : 0);
        table.Add("number", term => _text.Terms[term].All(char.IsDigit) ? 2 : _text.Terms[term].Any(char.IsDigit) ? 1 : 0);
        table.AddRank("tf-idf rank", tfidf);
        table.Add("rate", term => priors[term].Rate);
        table.Add("seen", term => priors[term].Seen);
    }
}
