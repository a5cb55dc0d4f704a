using System.Buffers;
using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Ranking;

/// <summary>What can be measured of each sentence without a trained model: place, length, weight of its terms, names, form, likeness to the others.</summary>
internal sealed class SentenceFeatures
{
    private const int KeywordCount = 10;

    private static readonly SearchValues<string> Furniture = SearchValues.Create(
        [
            "scroll down", "click here", "e-mail to a friend", "all rights reserved", "contributed to this report", "copyright", "follow us", "pictured",
            "published:", "updated:", "share this", "read more", "watch the", "video", "photo",
        ],
        StringComparison.OrdinalIgnoreCase);

    private readonly Evidence _evidence;
    private readonly AnalyzedText _text;
    private readonly AnalyzedSentence[] _sentences;
    private readonly int _count;
    private readonly int[][] _content;
    private readonly FeatureTable _table;

    private SentenceFeatures(Evidence evidence)
    {
        (_evidence, _text, _sentences, _count) = (evidence, evidence.Text, evidence.Text.Sentences, evidence.Text.Sentences.Length);
        _content = Array.ConvertAll(_sentences, sentence => Array.FindAll(sentence.Distinct, term => _text.IsContent[term]));
        _table = new FeatureTable(_count);
    }

    /// <returns>A row for each sentence.</returns>
    public static FeatureTable Of(Evidence evidence)
    {
        var features = new SentenceFeatures(evidence);
        features.AddPlaceAndLength();
        features.AddTerms();
        features.AddSimilarity();
        features.AddVectors();
        features.AddTitle();
        features.AddNames();
        features.AddForm();
        features.AddSpeech();
        features.AddComparisons();
        return features._table;
    }

    private float ContentCount(int i) => Math.Max(1, _content[i].Length);

    private void AddPlaceAndLength()
    {
        float words = _sentences.Sum(sentence => sentence.WordCount);
        var average = words / _count;
        _table.Add("place", i => i);
        _table.Add("place inverse", i => 1f / (i + 1));
        _table.Add("place root", i => MathF.Sqrt(i));
        _table.Add("place share", i => (float)i / _count);
        _table.Add("places after", i => _count - i);
        _table.Add("first", i => i == 0 ? 1 : 0);
        _table.Add("second", i => i == 1 ? 1 : 0);
        _table.Add("sentences", _ => _count);
        _table.Add("text words", _ => words);
        _table.Add("average length", _ => average);
        _table.Add("length", i => _sentences[i].WordCount);
        _table.Add("length relative", i => _sentences[i].WordCount / Math.Max(1, average));
        _table.Add("content", i => _content[i].Length);
        _table.Add("content share", i => _content[i].Length / _sentences[i].Length);
    }

    private void AddTerms()
    {
        var total = Math.Max(1f, _sentences.Sum(sentence => Count(sentence.Tokens, _text.IsContent)));
        var tf = Array.ConvertAll(_text.TermFrequency, count => count / total);
        var idf = _evidence.Idf;
        var isKeyword = Keywords(idf);
        var sum = _table.Add("tf sum", i => Sum(_content[i], tf));
        _table.Add("tf mean", i => sum[i] / ContentCount(i));
        var tfidf = _table.Add("tf-idf sum", i => Sum(_content[i], tf, idf));
        _table.Add("tf-idf root", i => tfidf[i] / MathF.Sqrt(ContentCount(i)));
        _table.Add("repeated terms", i => CountOver(_content[i], 1));
        _table.Add("thrice share", i => CountOver(_content[i], 2) / ContentCount(i));
        _table.Add("keywords", i => Count(_content[i], isKeyword));
        _table.Add("idf mean", i => Sum(_content[i], idf) / ContentCount(i));
        _table.Add("idf max", i => Most(_content[i], idf));
    }

    private bool[] Keywords(float[] idf)
    {
        var weights = new float[idf.Length];
        for (var term = 0; term < weights.Length; term++)
        {
            weights[term] = _text.IsContent[term] ? _text.TermFrequency[term] * idf[term] : -1;
        }

        var isKeyword = new bool[weights.Length];
        foreach (var term in Order.Descending(weights).AsSpan(0, Math.Min(KeywordCount, weights.Length)))
        {
            isKeyword[term] = weights[term] > 0;
        }

        return isKeyword;
    }

    private void AddSimilarity()
    {
        var similarity = _evidence.Similarity;
        _table.Add("centrality", similarity.ToCenter);
        var forward = _table.Add("likeness after", i => Sum(similarity.Row(i)[(i + 1)..]));
        var backward = _table.Add("likeness before", i => Sum(similarity.Row(i)[..i]));
        _table.Add("likeness difference", i => forward[i] - backward[i]);
        _table.Add("likeness mean", i => (forward[i] + backward[i]) / _count);
        _table.Add("likeness before max", i => Most(similarity.Row(i)[..i]));
        _table.Add("likeness after max", i => Most(similarity.Row(i)[(i + 1)..]));
        _table.Add("likeness to first", i => i == 0 ? 1 : similarity.Row(i)[0]);
        _table.Add("likeness to previous", i => i == 0 ? 0 : similarity.Row(i)[i - 1]);
        _table.Add("likeness to next", i => i == _count - 1 ? 0 : similarity.Row(i)[i + 1]);
        _table.Add("lexrank", similarity.LexRank());
    }

    private void AddVectors()
    {
        var vectors = _evidence.Vectors;
        var center = _table.Add("vector to center", i => Lanes.Dot(vectors.Of(i), vectors.Center));
        _table.AddRank("vector to center rank", center);
        _table.Add("vector to first", i => vectors.Row(i)[0]);
        _table.Add("vector to title", i => Lanes.Dot(vectors.Of(i), vectors.Title));
        _table.Add("vector to previous", i => i == 0 ? 0 : vectors.Row(i)[i - 1]);
        _table.Add("vector mean", i => (Sum(vectors.Row(i)) - 1) / Math.Max(1, _count - 1));
    }

    private void AddTitle()
    {
        var titled = Math.Max(1, Count(_text.Title, _text.IsContent));
        var overlap = Array.ConvertAll(_content, terms => (float)Count(terms, _evidence.InTitle));
        _table.Add("title recall", i => overlap[i] / titled);
        _table.Add("title precision", i => overlap[i] / ContentCount(i));
    }

    private void AddNames()
    {
        var (nameFrequency, seen) = (new int[_text.Terms.Count], new bool[_text.Terms.Count]);
        var names = Array.ConvertAll(_sentences, Names);
        foreach (var name in names.SelectMany(set => set))
        {
            nameFrequency[name]++;
        }

        var fresh = Array.ConvertAll(names, set => Array.FindAll(set, name => IsNew(seen, name)));
        Array.Clear(seen);
        var freshTerms = Array.ConvertAll(_content, terms => terms.Count(term => IsNew(seen, term)));
        var capitals = _table.Add("names", i => CapitalsWithin(_sentences[i]));
        _table.Add("names share", i => capitals[i] / _sentences[i].Length);
        _table.Add("new names", i => fresh[i].Length);
        _table.Add("new names that return", i => fresh[i].Count(name => nameFrequency[name] > 1));
        _table.Add("new terms share", i => freshTerms[i] / ContentCount(i));
    }

    private void AddForm()
    {
        Add("numbers", sentence => sentence.Count(WordKinds.Digit));
        AddText("money", text => text.ContainsAny("$£%€") ? 1 : 0);
        AddText("quotation marks", text => text.Count('"') + text.Count('“') + text.Count('”') + text.Count('‘') + text.Count('«') + text.Count('»')
            + text.Count("``") + text.Count("''"));
        AddText("quote at start", text => text is ['"' or '“' or '‘' or '\'' or '`' or '«' or '„', ..] ? 1 : 0);
        AddText("quote at end", text => text is [.., '"' or '”' or '’' or '\'' or '»'] ? 1 : 0);
        AddText("question", text => text.Contains('?') ? 1 : 0);
        AddText("no end", text => text is [.., '.' or '!' or '?' or '"' or '”' or '’' or '\'' or '»'] ? 0 : 1);
        AddText("furniture", text => text.ContainsAny(Furniture) ? 1 : 0);
        _table.Add("commas", i => _text.TextOf(i).Count(',') / _sentences[i].Length);
        AddText("colon", text => text.Contains(':') ? 1 : 0);
        AddText("bracket", text => text.Contains('(') ? 1 : 0);
        Add("word length", sentence => sentence.Letters / sentence.Length);
    }

    private void AddSpeech()
    {
        Add("said", sentence => Math.Min(1, sentence.Count(WordKinds.Saying)));
        Add("pronoun at start", sentence => sentence.Opens(WordKinds.Pronoun) ? 1 : 0);
        Add("connective at start", sentence => sentence.Opens(WordKinds.Connective) ? 1 : 0);
        Add("first person at start", sentence => sentence.Opens(WordKinds.FirstPerson) ? 1 : 0);
        Add("pronouns", sentence => sentence.Count(WordKinds.Pronoun) / sentence.Length);
        Add("first person", sentence => sentence.Count(WordKinds.FirstPerson) / sentence.Length);
        Add("cues", sentence => sentence.Count(WordKinds.Cue));
        Add("weekday", sentence => Math.Min(1, sentence.Count(WordKinds.Weekday)));
    }

    private void AddComparisons()
    {
        string[] ranked = ["length", "tf-idf sum", "centrality", "likeness after", "lexrank", "keywords", "names"];
        Array.ForEach(ranked, name => _table.AddRank($"{name} rank", _table[name]));
        foreach (var name in (string[])["length", "centrality"])
        {
            var column = _table[name];
            _table.Add($"{name} before", i => i == 0 ? 0 : column[i - 1]);
            _table.Add($"{name} after", i => i == _count - 1 ? 0 : column[i + 1]);
        }

        foreach (var name in (string[])["tf-idf sum", "centrality", "likeness after"])
        {
            var column = _table[name];
            var mean = Sum(column) / _count;
            var deviation = MathF.Sqrt(Sum(Array.ConvertAll(column, x => (x - mean) * (x - mean))) / _count);
            _table.Add($"{name} deviation", i => (column[i] - mean) / (deviation > 0 ? deviation : 1));
        }
    }

    private void Add(string name, Func<AnalyzedSentence, float> value) => _table.Add(name, i => value(_sentences[i]));

    private void AddText(string name, TextValue value) => _table.Add(name, i => value(_text.TextOf(i)));

    private delegate float TextValue(ReadOnlySpan<char> text);

    private static bool IsNew(bool[] seen, int term)
    {
        var isNew = !seen[term];
        seen[term] = true;
        return isNew;
    }

    private static int[] Names(AnalyzedSentence sentence)
    {
        var names = new List<int>();
        for (var at = 1; at < sentence.Tokens.Length; at++)
        {
            if ((sentence.Kinds[at] & WordKinds.Capital) != WordKinds.None && !names.Contains(sentence.Tokens[at]))
            {
                names.Add(sentence.Tokens[at]);
            }
        }

        return [.. names];
    }

    private static float CapitalsWithin(AnalyzedSentence sentence) =>
        sentence.Count(WordKinds.Capital) - (sentence.Opens(WordKinds.Capital) ? 1 : 0);

    private float CountOver(int[] terms, int frequency)
    {
        var count = 0;
        foreach (var term in terms)
        {
            count += _text.SentenceFrequency[term] > frequency ? 1 : 0;
        }

        return count;
    }

    private static int Count(int[] terms, bool[] holds)
    {
        var count = 0;
        foreach (var term in terms)
        {
            count += holds[term] ? 1 : 0;
        }

        return count;
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static float Sum(int[] terms, float[] weights)
    {
        var sum = 0f;
        foreach (var term in terms)
        {
            sum += weights[term];
        }

        return sum;
    }

    private static float Sum(int[] terms, float[] weights, float[] factors)
    {
        var sum = 0f;
        foreach (var term in terms)
        {
            sum += weights[term] * factors[term];
        }

        return sum;
    }

    private static float Most(ReadOnlySpan<float> values)
    {
        var most = 0f;
        foreach (var value in values)
        {
            most = Math.Max(most, value);
        }

        return most;
    }

    private static float Most(int[] terms, float[] weights)
    {
        var most = 0f;
        foreach (var term in terms)
        {
            most = Math.Max(most, weights[term]);
        }

        return most;
    }
}
