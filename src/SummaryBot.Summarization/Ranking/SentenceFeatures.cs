using System.Collections.Frozen;
using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Ranking;

/// <summary>What can be measured of each sentence without a word model: place, length, weight of its terms, names, form, likeness to the others.</summary>
internal sealed class SentenceFeatures
{
    private const int KeywordCount = 10;
    private static readonly FrozenSet<string> Pronouns = Set(
        "he she it they this that these those his her their its him them here there such both");

    private static readonly FrozenSet<string> Connectives = Set(
        "but and however meanwhile also still yet so then or moreover instead although though while because nor");

    private static readonly FrozenSet<string> FirstPerson = Set("i we you my our your");
    private static readonly FrozenSet<string> Sayings = Set("said says told");
    private static readonly FrozenSet<string> Weekdays = Set("monday tuesday wednesday thursday friday saturday sunday");
    private static readonly FrozenSet<string> Cues = Set(
        "announced announces revealed confirmed will killed died arrested charged found new first court police officials report study accused sentenced "
        + "won beat million billion percent according");

    private static readonly string[] Furniture =
    [
        "scroll down", "click here", "e-mail to a friend", "all rights reserved", "contributed to this report", "copyright", "follow us", "pictured",
        "published:", "updated:", "share this", "read more", "watch the", "video", "photo",
    ];

    private readonly AnalyzedText _text;
    private readonly double[] _idf;
    private readonly int[][] _content;
    private readonly int _count;
    private readonly FeatureTable _table;

    private SentenceFeatures(AnalyzedText text, double[] idf)
    {
        (_text, _idf, _count) = (text, idf, text.Sentences.Count);
        _content = [.. text.Sentences.Select(sentence => sentence.Distinct.Where(text.IsContent).ToArray())];
        _table = new FeatureTable(_count);
    }

    /// <returns>A row for each sentence.</returns>
    /// <param name="text">At least one sentence.</param>
    /// <param name="idf">For each term, how rare it is in news.</param>
    /// <param name="similarity">Of the same sentences.</param>
    public static FeatureTable Of(AnalyzedText text, double[] idf, SentenceSimilarity similarity)
    {
        var features = new SentenceFeatures(text, idf);
        features.AddPlaceAndLength();
        features.AddTerms();
        features.AddSimilarity(similarity);
        features.AddTitle();
        features.AddNames();
        features.AddForm();
        features.AddSpeech();
        features.AddComparisons();
        return features._table;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private void AddPlaceAndLength()
    {
        var words = _text.Sentences.Sum(sentence => sentence.WordCount);
        var average = (double)words / _count;
        _table.Add("place", i => i);
        _table.Add("place inverse", i => 1.0 / (i + 1));
        _table.Add("place root", i => Math.Sqrt(i));
        _table.Add("place share", i => (double)i / _count);
        _table.Add("places after", i => _count - i);
        _table.Add("first", i => i == 0 ? 1 : 0);
        _table.Add("second", i => i == 1 ? 1 : 0);
        _table.Add("sentences", _ => _count);
        _table.Add("text words", _ => words);
        _table.Add("average length", _ => average);
        _table.Add("length", i => _text.Sentences[i].WordCount);
        _table.Add("length relative", i => _text.Sentences[i].WordCount / Math.Max(1, average));
        _table.Add("content", i => _content[i].Length);
        _table.Add("content share", i => (double)_content[i].Length / Tokens(i));
    }

    private void AddTerms()
    {
        var total = Math.Max(1.0, Enumerable.Range(0, _text.Terms.Count).Where(_text.IsContent).Sum(term => _text.TermFrequency[term]));
        double Tf(int term) => _text.TermFrequency[term] / total;
        var keywords = Enumerable.Range(0, _text.Terms.Count).Where(_text.IsContent)
            .OrderByDescending(term => _text.TermFrequency[term] * _idf[term]).Take(KeywordCount).ToHashSet();
        _table.Add("tf mean", i => _content[i].Sum(Tf) / ContentCount(i));
        _table.Add("tf sum", i => _content[i].Sum(Tf));
        var tfidf = _table.Add("tf-idf sum", i => _content[i].Sum(term => Tf(term) * _idf[term]));
        _table.Add("tf-idf root", i => tfidf[i] / Math.Sqrt(ContentCount(i)));
        _table.Add("repeated terms", i => _content[i].Count(term => _text.SentenceFrequency[term] > 1));
        _table.Add("thrice share", i => (double)_content[i].Count(term => _text.SentenceFrequency[term] > 2) / ContentCount(i));
        _table.Add("keywords", i => _content[i].Count(keywords.Contains));
        _table.Add("idf mean", i => _content[i].Sum(term => _idf[term]) / ContentCount(i));
        _table.Add("idf max", i => _content[i].Select(term => _idf[term]).DefaultIfEmpty().Max());
    }

    private void AddSimilarity(SentenceSimilarity similarity)
    {
        var matrix = similarity.Matrix;
        double Sum(int i, int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Sum(j => matrix[i, j]);
        double Most(int i, int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Select(j => matrix[i, j]).DefaultIfEmpty().Max();
        _table.Add("centrality", similarity.ToCenter);
        var forward = _table.Add("likeness after", i => Sum(i, i + 1, _count));
        var backward = _table.Add("likeness before", i => Sum(i, 0, i));
        _table.Add("likeness difference", i => forward[i] - backward[i]);
        _table.Add("likeness mean", i => (forward[i] + backward[i]) / _count);
        _table.Add("likeness before max", i => Most(i, 0, i));
        _table.Add("likeness after max", i => Most(i, i + 1, _count));
        _table.Add("likeness to first", i => i == 0 ? 1 : matrix[i, 0]);
        _table.Add("likeness to previous", i => i == 0 ? 0 : matrix[i, i - 1]);
        _table.Add("likeness to next", i => i == _count - 1 ? 0 : matrix[i, i + 1]);
        _table.Add("lexrank", similarity.LexRank());
    }

    private void AddTitle()
    {
        var title = _text.Title.Where(_text.IsContent).ToHashSet();
        double Overlap(int i) => _content[i].Count(title.Contains);
        _table.Add("title recall", i => Overlap(i) / Math.Max(1, title.Count));
        _table.Add("title precision", i => Overlap(i) / ContentCount(i));
    }

    private void AddNames()
    {
        var names = _text.Sentences.Select(Names).ToArray();
        var frequency = names.SelectMany(set => set).CountBy(name => name).ToDictionary();
        var seenNames = new HashSet<int>();
        var seenTerms = new HashSet<int>();
        var fresh = names.Select(set => set.Where(seenNames.Add).ToArray()).ToArray();
        var freshTerms = _content.Select(terms => terms.Count(seenTerms.Add)).ToArray();
        var capitals = _table.Add("names", i => _text.Sentences[i].IsCapitalized.Skip(1).Count(capital => capital));
        _table.Add("names share", i => capitals[i] / Tokens(i));
        _table.Add("new names", i => fresh[i].Length);
        _table.Add("new names that return", i => fresh[i].Count(name => frequency[name] > 1));
        _table.Add("new terms share", i => (double)freshTerms[i] / ContentCount(i));
    }

    private void AddForm()
    {
        Add("numbers", sentence => sentence.Words.Count(word => word.Any(char.IsDigit)));
        Add("money", sentence => sentence.Text.AsSpan().ContainsAny("$£%€") ? 1 : 0);
        Add("quotation marks", sentence => sentence.Text.Count(c => c is '"' or '“' or '”' or '‘' or '«' or '»')
            + Occurrences(sentence.Text, "``") + Occurrences(sentence.Text, "''"));
        Add("quote at start", sentence => sentence.Text is ['"' or '“' or '‘' or '\'' or '`' or '«' or '„', ..] ? 1 : 0);
        Add("quote at end", sentence => sentence.Text is [.., '"' or '”' or '’' or '\'' or '»'] ? 1 : 0);
        Add("question", sentence => sentence.Text.Contains('?', StringComparison.Ordinal) ? 1 : 0);
        Add("no end", sentence => sentence.Text is [.., '.' or '!' or '?' or '"' or '”' or '’' or '\'' or '»'] ? 0 : 1);
        Add("furniture", sentence => Furniture.Any(phrase => sentence.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) ? 1 : 0);
        Add("commas", sentence => (double)sentence.Text.Count(c => c == ',') / Math.Max(1, sentence.Tokens.Length));
        Add("colon", sentence => sentence.Text.Contains(':', StringComparison.Ordinal) ? 1 : 0);
        Add("bracket", sentence => sentence.Text.Contains('(', StringComparison.Ordinal) ? 1 : 0);
        Add("word length", sentence => (double)sentence.Words.Sum(word => word.Length) / Math.Max(1, sentence.Words.Length));
    }

    private void AddSpeech()
    {
        Add("said", sentence => sentence.Words.Any(Sayings.Contains) ? 1 : 0);
        Add("pronoun at start", sentence => Starts(sentence, Pronouns));
        Add("connective at start", sentence => Starts(sentence, Connectives));
        Add("first person at start", sentence => Starts(sentence, FirstPerson));
        Add("pronouns", sentence => Share(sentence, Pronouns));
        Add("first person", sentence => Share(sentence, FirstPerson));
        Add("cues", sentence => sentence.Words.Count(Cues.Contains));
        Add("weekday", sentence => sentence.Words.Any(Weekdays.Contains) ? 1 : 0);
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
            var mean = column.Average();
            var deviation = Math.Sqrt(column.Average(x => (x - mean) * (x - mean)));
            _table.Add($"{name} deviation", i => (column[i] - mean) / (deviation > 0 ? deviation : 1));
        }
    }

    private void Add(string name, Func<AnalyzedSentence, double> value) => _table.Add(name, i => value(_text.Sentences[i]));

    private int Tokens(int i) => Math.Max(1, _text.Sentences[i].Tokens.Length);

    private int ContentCount(int i) => Math.Max(1, _content[i].Length);

    private static HashSet<int> Names(AnalyzedSentence sentence) =>
        [.. sentence.Tokens.Where((_, at) => at > 0 && sentence.IsCapitalized[at])];

    private static int Starts(AnalyzedSentence sentence, FrozenSet<string> words) => sentence.Words is [var first, ..] && words.Contains(first) ? 1 : 0;

    private static double Share(AnalyzedSentence sentence, FrozenSet<string> words) =>
        (double)sentence.Words.Count(words.Contains) / Math.Max(1, sentence.Words.Length);

    private static int Occurrences(string text, string what) => text.AsSpan().Count(what);
}
