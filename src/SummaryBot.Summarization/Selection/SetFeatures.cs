using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>What can be measured of a set of sentences, for the ROUGE it may be expected to have.</summary>
internal sealed class SetFeatures
{
    private static readonly string[] Summed =
    [
        "centrality", "likeness after", "tf-idf sum", "numbers", "quotation marks", "quote at start", "said", "pronoun at start", "connective at start",
        "first person at start", "cues", "furniture", "names", "new terms share", "new names that return", "title precision", "title recall", "likeness to first",
        "no end", "question",
    ];

    private readonly RankedText _ranked;
    private readonly AnalyzedText _text;
    private readonly IReadOnlyList<int[]> _sets;
    private readonly FeatureTable _table;
    private readonly double[] _tokens;

    private SetFeatures(RankedText ranked, IReadOnlyList<int[]> sets)
    {
        (_ranked, _text, _sets, _table) = (ranked, ranked.Text, sets, new FeatureTable(sets.Count));
        _tokens = [.. sets.Select(set => (double)Math.Max(1, set.Sum(i => _text.Sentences[i].Tokens.Length)))];
    }

    /// <returns>A row for each set.</returns>
    /// <param name="ranked">At least one sentence.</param>
    /// <param name="sets">Places of sentences, ascending; none empty.</param>
    public static FeatureTable Of(RankedText ranked, IReadOnlyList<int[]> sets)
    {
        var features = new SetFeatures(ranked, sets);
        features.AddLengths();
        features.AddScores();
        features.AddPlaces();
        features.AddSimilarity();
        features.AddTermCoverage();
        features.AddBigramCoverage();
        features.AddSums();
        return features._table;
    }

    private void AddLengths()
    {
        double Length(int i) => _text.Sentences[i].WordCount;
        var words = _text.Sentences.Sum(sentence => (double)sentence.WordCount);
        Add("count", set => set.Length);
        Add("words", set => set.Sum(Length));
        Add("words mean", set => set.Average(Length));
        Add("words min", set => set.Min(Length));
        Add("words max", set => set.Max(Length));
        Add("words share", set => set.Sum(Length) / Math.Max(1, words));
    }

    private void AddScores()
    {
        var scores = _ranked.Scores;
        var logits = Array.ConvertAll(scores, p => PortableMath.Log(Math.Clamp(p, 1e-3, 1 - 1e-3) / (1 - Math.Clamp(p, 1e-3, 1 - 1e-3))));
        var ranks = new double[scores.Length];
        var order = Order.Descending(scores);
        for (var place = 0; place < order.Length; place++)
        {
            ranks[order[place]] = place;
        }

        var total = scores.Sum();
        Add("score", set => set.Sum(i => scores[i]));
        Add("score min", set => set.Min(i => scores[i]));
        Add("logit", set => set.Sum(i => logits[i]));
        Add("logit mean", set => set.Average(i => logits[i]));
        Add("logit min", set => set.Min(i => logits[i]));
        Add("logit max", set => set.Max(i => logits[i]));
        Add("rank", set => set.Sum(i => ranks[i]));
        Add("rank worst", set => set.Max(i => ranks[i]));
        Add("score gap", set => set.Sum(i => scores[i]) - order.Take(set.Length).Sum(i => scores[i]));
        Add("score share", set => set.Sum(i => scores[i]) / total);
    }

    private void AddPlaces()
    {
        Add("place", set => set.Sum());
        Add("place mean", set => set.Average());
        Add("place first", set => set[0]);
        Add("place second", set => set[Math.Min(1, set.Length - 1)]);
        Add("place last", set => set[^1]);
        Add("span", set => set[^1] - set[0]);
        Add("last share", set => (double)set[^1] / _text.Sentences.Count);
        Add("has first", set => set[0] == 0 ? 1 : 0);
        Add("has second", set => set.Contains(1) ? 1 : 0);
        Add("has third", set => set.Contains(2) ? 1 : 0);
        Add("lead", set => set.Count(i => i < 3));
        Add("neighbors", set => set.Count(i => set.Contains(i + 1)));
        var openings = _ranked.Features["pronoun at start"];
        Add("dangling", set => set.Count(i => openings[i] > 0 && !set.Contains(i - 1)));
    }

    private void AddSimilarity()
    {
        var matrix = _ranked.Similarity.Matrix;
        var (scores, count) = (_ranked.Scores, _text.Sentences.Count);
        var total = scores.Sum();
        IEnumerable<double> Pairs(int[] set) => set.SelectMany((a, at) => set.Skip(at + 1).Select(b => matrix[a, b]));
        double Nearest(int[] set, int j) => set.Max(i => i == j ? 1 : matrix[i, j]);
        Add("likeness inside", set => Pairs(set).DefaultIfEmpty().Average());
        Add("likeness inside max", set => Pairs(set).DefaultIfEmpty(-1).Max());
        var nearest = _sets.Select(set => Enumerable.Range(0, count).Select(j => Nearest(set, j)).ToArray()).ToArray();
        _table.Add("facility", row => nearest[row].Average());
        _table.Add("facility by score", row => Enumerable.Range(0, count).Sum(j => nearest[row][j] * scores[j]) / total);
        _table.Add("facility of lead", row => nearest[row].Take(5).Average());
    }

    private void AddTermCoverage()
    {
        var (q, df) = (_ranked.Terms, _text.SentenceFrequency);
        var lead = _text.Sentences.Take(3).SelectMany(sentence => sentence.Distinct).ToHashSet();
        var kept = Noisy(_text.Sentences.Select(sentence => sentence.Distinct), q.Length);
        double[] Weights(int term)
        {
            double c = _text.IsStop[term] ? 0 : 1;
            return
            [
                q[term], c * q[term], df[term] > 1 ? c * df[term] : 0, df[term] > 2 ? c * df[term] : 0, kept[term], c * kept[term],
                q[term] > .3 ? c : 0, q[term] > .5 ? c : 0, q[term] > .15 ? c : 0, lead.Contains(term) ? c : 0, c, 1,
            ];
        }

        var coverage = new SetCoverage([.. _text.Sentences.Select(sentence => sentence.Distinct)], [.. Enumerable.Range(0, q.Length).Select(Weights)]);
        var total = Positive(coverage.Total());
        var sums = _sets.Select(coverage.Of).ToArray();
        AddF1("terms", sums, total, 0);
        _table.Add("content terms recall", row => sums[row][1] / total[1]);
        _table.Add("content terms precision", row => sums[row][1] / Math.Max(1, sums[row][10]));
        _table.Add("content terms F1", row => 2 * sums[row][1] / (sums[row][10] + total[1]));
        (int, string)[] shares = [(2, "twice"), (3, "thrice"), (5, "kept content"), (6, "above .3"), (7, "above .5"), (8, "above .15"), (9, "lead terms")];
        Array.ForEach(shares, share => _table.Add(share.Item2, row => sums[row][share.Item1] / total[share.Item1]));
        _table.Add("kept F1", row => 2 * sums[row][4] / (_tokens[row] + total[4]));
        _table.Add("content density", row => sums[row][10] / _tokens[row]);
        _table.Add("distinct density", row => sums[row][11] / _tokens[row]);
    }

    private void AddBigramCoverage()
    {
        var (q, df) = (_ranked.Pairs, _ranked.Bigrams.SentenceFrequency);
        var kept = Noisy(_ranked.Bigrams.OfSentence, q.Length);
        double[] Weights(int b) => [q[b], df[b] > 1 ? df[b] : 0, kept[b], q[b] > .2 ? 1 : 0, q[b] > .4 ? 1 : 0];
        var coverage = new SetCoverage(_ranked.Bigrams.OfSentence, q.Length == 0 ? [[0, 0, 0, 0, 0]] : [.. Enumerable.Range(0, q.Length).Select(Weights)]);
        var total = Positive(coverage.Total());
        var sums = _sets.Select(coverage.Of).ToArray();
        AddF1("bigrams", sums, total, 0);
        _table.Add("bigrams twice", row => sums[row][1] / total[1]);
        _table.Add("kept bigrams F1", row => 2 * sums[row][2] / (_tokens[row] + total[2]));
        _table.Add("bigrams above .2", row => sums[row][3] / total[3]);
        _table.Add("bigrams above .4", row => sums[row][4] / total[4]);
        var (one, two) = (_table["terms F1"], _table["bigrams F1"]);
        _table.Add("both F1", row => one[row] + two[row]);
    }

    /// <summary>Sums of the sentences' own features.</summary>
    private void AddSums()
    {
        foreach (var name in Summed)
        {
            var column = _ranked.Features[name];
            Add($"sum of {name}", set => set.Sum(i => column[i]));
        }
    }

    private void AddF1(string name, double[][] sums, double[] total, int column)
    {
        _table.Add($"{name} F1", row => 2 * sums[row][column] / (_tokens[row] + total[column]));
        _table.Add($"{name} precision", row => sums[row][column] / _tokens[row]);
        _table.Add($"{name} recall", row => sums[row][column] / total[column]);
    }

    /// <summary>The probability that a summary drawn by the sentences' scores holds an item: 1 - exp(-sum of the scores of those that hold it).</summary>
    private double[] Noisy(IEnumerable<int[]> sentences, int items)
    {
        var sums = new double[items];
        foreach (var (distinct, score) in sentences.Zip(_ranked.Scores))
        {
            foreach (var item in distinct)
            {
                sums[item] += score;
            }
        }

        return Array.ConvertAll(sums, sum => 1 - PortableMath.Exp(-sum));
    }

    private static double[] Positive(double[] sums) => Array.ConvertAll(sums, sum => sum + 1e-6);

    private void Add(string name, Func<int[], double> value) => _table.Add(name, row => value(_sets[row]));
}
