using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>What can be measured of a set of sentences, for the ROUGE it may be expected to have.</summary>
internal sealed class SetFeatures
{
    private const float Smallest = 1e-6f;
    private const int TermWeights = 16;
    private const int PairWeights = 8;

    private static readonly string[] Summed =
    [
        "centrality", "likeness after", "tf-idf sum", "numbers", "quotation marks", "quote at end", "said", "pronoun at start", "connective at start",
        "first person at start", "cues", "furniture", "names", "new terms share", "new names that return", "title precision", "title recall", "likeness to first",
        "no end", "question",
    ];

    private static readonly Dictionary<string, string> SumOf = Summed.ToDictionary(name => name, name => $"sum of {name}", StringComparer.Ordinal);

    private readonly RankedText _ranked;
    private readonly AnalyzedText _text;
    private readonly int[][] _sets;
    private readonly FeatureTable _table;
    private readonly float[] _tokens;
    private readonly int _count;

    private SetFeatures(RankedText ranked, int[][] sets)
    {
        (_ranked, _text, _sets, _table, _count) = (ranked, ranked.Text, sets, new FeatureTable(sets.Length), ranked.Scores.Length);
        _tokens = Sum(Array.ConvertAll(_text.Sentences, sentence => (float)sentence.Tokens.Length), least: 1);
    }

    /// <returns>A row for each set.</returns>
    /// <param name="ranked">At least one sentence.</param>
    /// <param name="sets">Places of sentences, ascending; none empty.</param>
    public static FeatureTable Of(RankedText ranked, List<int[]> sets)
    {
        var features = new SetFeatures(ranked, [.. sets]);
        features.AddLengths();
        features.AddScores();
        features.AddPlaces();
        features.AddSimilarity();
        features.AddVectors();
        features.AddTermCoverage();
        features.AddBigramCoverage();
        features.AddSums();
        return features._table;
    }

    private void AddLengths()
    {
        var lengths = Array.ConvertAll(_text.Sentences, sentence => (float)sentence.WordCount);
        var total = Math.Max(1, lengths.Sum());
        var count = _table.Add("count", row => _sets[row].Length);
        var words = _table.Add("words", Sum(lengths));
        _table.Add("words mean", row => words[row] / count[row]);
        _table.Add("words min", Least(lengths));
        _table.Add("words max", Most(lengths));
        _table.Add("words share", row => words[row] / total);
    }

    private void AddScores()
    {
        var scores = _ranked.Scores;
        var logits = Array.ConvertAll(scores, Logit);
        var ranks = new float[_count];
        var order = Order.Descending(scores);
        var best = new float[_count + 1];
        for (var place = 0; place < _count; place++)
        {
            ranks[order[place]] = place;
            best[place + 1] = best[place] + scores[order[place]];
        }

        var score = _table.Add("score", Sum(scores));
        _table.Add("score min", Least(scores));
        var logit = _table.Add("logit", Sum(logits));
        _table.Add("logit mean", row => logit[row] / _sets[row].Length);
        _table.Add("logit min", Least(logits));
        _table.Add("logit max", Most(logits));
        _table.Add("rank", Sum(ranks));
        _table.Add("rank worst", Most(ranks));
        _table.Add("score gap", row => score[row] - best[_sets[row].Length]);
        _table.Add("score share", row => score[row] / best[_count]);
    }

    private static float Logit(float p)
    {
        var clamped = Math.Clamp(p, 1e-3f, 1 - 1e-3f);
        return (float)PortableMath.Log(clamped / (1 - clamped));
    }

    private void AddPlaces()
    {
        var openings = _ranked.Features["pronoun at start"];
        var sum = _table.Add("place", row => _sets[row].Sum());
        _table.Add("place mean", row => sum[row] / _sets[row].Length);
        _table.Add("place first", row => _sets[row][0]);
        _table.Add("place second", row => _sets[row][Math.Min(1, _sets[row].Length - 1)]);
        _table.Add("place last", row => _sets[row][^1]);
        _table.Add("span", row => _sets[row][^1] - _sets[row][0]);
        _table.Add("last share", row => (float)_sets[row][^1] / _count);
        _table.Add("has first", row => _sets[row][0] == 0 ? 1 : 0);
        _table.Add("has second", row => _sets[row].AsSpan().Contains(1) ? 1 : 0);
        _table.Add("has third", row => _sets[row].AsSpan().Contains(2) ? 1 : 0);
        _table.Add("lead", row => CountOf(_sets[row], (set, at) => set[at] < 3));
        _table.Add("neighbors", row => CountOf(_sets[row], (set, at) => at > 0 && set[at] == set[at - 1] + 1));
        _table.Add("dangling", row => CountOf(_sets[row], (set, at) => openings[set[at]] > 0 && (at == 0 || set[at - 1] != set[at] - 1)));
    }

    private void AddSimilarity()
    {
        AddInside("likeness inside", _ranked.Evidence.Similarity.Matrix);
        AddFacility("facility", _ranked.Evidence.Similarity.Matrix);
    }

    private void AddVectors()
    {
        var vectors = _ranked.Evidence.Vectors;
        AddInside("vectors inside", vectors.Matrix);
        AddFacility("vector facility", vectors.Matrix);
        var weighted = new float[Models.Embeddings.Size];
        for (var i = 0; i < _count; i++)
        {
            Lanes.AddScaled(weighted, vectors.Of(i), _ranked.Scores[i]);
        }

        var norm = MathF.Sqrt(Lanes.Dot(weighted, weighted)) + Smallest;
        float[][] cosines =
        [
            Cosines(vectors, vectors.Center), Array.ConvertAll(Cosines(vectors, weighted), x => x / norm), vectors.Row(0).ToArray(), Cosines(vectors, vectors.Title),
        ];
        var lengths = Array.ConvertAll(_sets, set => MathF.Sqrt(Math.Max(0, SquareOfSum(set, vectors))) + Smallest);
        foreach (var (name, column) in ((string[])["center", "scored center", "first", "title"]).Zip(cosines))
        {
            var sum = Sum(column);
            _table.Add($"vector to {name}", row => sum[row] / lengths[row]);
        }
    }

    private static float[] Cosines(SentenceVectors vectors, float[] with) =>
        [.. Enumerable.Range(0, vectors.Count).Select(i => Lanes.Dot(vectors.Of(i), with))];

    /// <summary>The squared length of the sum of the set's vectors, from their cosines.</summary>
    private static float SquareOfSum(int[] set, SentenceVectors vectors)
    {
        var sum = 0f;
        foreach (var one in set)
        {
            foreach (var other in set)
            {
                sum += vectors.Row(one)[other];
            }
        }

        return sum;
    }

    private void AddInside(string name, float[] matrix)
    {
        var (mean, most) = (new float[_sets.Length], new float[_sets.Length]);
        for (var row = 0; row < _sets.Length; row++)
        {
            var set = _sets[row];
            var (sum, max) = (0f, -1f);
            for (var a = 0; a < set.Length; a++)
            {
                for (var b = a + 1; b < set.Length; b++)
                {
                    var likeness = matrix[(set[a] * _count) + set[b]];
                    sum += likeness;
                    max = Math.Max(max, likeness);
                }
            }

            mean[row] = sum / Math.Max(1, set.Length * (set.Length - 1) / 2);
            most[row] = max;
        }

        _table.Add(name, mean);
        _table.Add($"{name} max", most);
    }

    /// <summary>How near the text's sentences are to the nearest of the set (facility location: Lin and Bilmes, 2011).</summary>
    private void AddFacility(string name, float[] matrix)
    {
        var scores = _ranked.Scores;
        var total = scores.Sum() + Smallest;
        var (mean, scored, lead, nearest) = (new float[_sets.Length], new float[_sets.Length], new float[_sets.Length], new float[_count]);
        for (var row = 0; row < _sets.Length; row++)
        {
            Array.Fill(nearest, -1);
            foreach (var i in _sets[row])
            {
                Lanes.Max(nearest, matrix.AsSpan(i * _count, _count));
                nearest[i] = 1;
            }

            var first = nearest.AsSpan(0, Math.Min(5, _count));
            mean[row] = Lanes.Sum(nearest) / _count;
            lead[row] = Lanes.Sum(first) / first.Length;
            scored[row] = Lanes.Dot(nearest, scores) / total;
        }

        _table.Add(name, mean);
        _table.Add($"{name} by score", scored);
        _table.Add($"{name} of lead", lead);
    }

    private void AddTermCoverage()
    {
        var (q, df) = (_ranked.Terms, _text.SentenceFrequency);
        int[][] items = Array.ConvertAll(_text.Sentences, sentence => sentence.Distinct);
        var inLead = new bool[q.Length];
        foreach (var term in items.Take(3).SelectMany(terms => terms))
        {
            inLead[term] = true;
        }

        var kept = Noisy(items, q.Length);
        var weights = new float[q.Length * TermWeights];
        for (var term = 0; term < q.Length; term++)
        {
            float c = _text.IsStop[term] ? 0 : 1;
            ReadOnlySpan<float> row =
            [
                q[term], c * q[term], df[term] > 1 ? c * df[term] : 0, df[term] > 2 ? c * df[term] : 0, kept[term], c * kept[term],
                q[term] > .3f ? c : 0, q[term] > .5f ? c : 0, q[term] > .15f ? c : 0, inLead[term] ? c : 0, c, 1, q[term] * q[term], MathF.Sqrt(q[term]),
                q[term] * _ranked.Evidence.Idf[term], 0,
            ];
            row.CopyTo(weights.AsSpan(term * TermWeights));
        }

        var coverage = new SetCoverage(items, weights, TermWeights);
        var total = Array.ConvertAll(coverage.Total(), x => x + Smallest);
        var sums = coverage.Of(_sets);
        AddF1("terms", sums[0], total[0]);
        _table.Add("content terms recall", row => sums[1][row] / total[1]);
        _table.Add("content terms precision", row => sums[1][row] / Math.Max(1, sums[10][row]));
        _table.Add("content terms F1", row => 2 * sums[1][row] / (sums[10][row] + total[1]));
        (int, string)[] shares = [(2, "twice"), (3, "thrice"), (5, "kept content"), (6, "above .3"), (7, "above .5"), (8, "above .15"), (9, "lead terms"), (14, "rare terms")];
        Array.ForEach(shares, share => _table.Add(share.Item2, row => sums[share.Item1][row] / total[share.Item1]));
        _table.Add("kept F1", row => 2 * sums[4][row] / (_tokens[row] + total[4]));
        _table.Add("content density", row => sums[10][row] / _tokens[row]);
        _table.Add("distinct density", row => sums[11][row] / _tokens[row]);
        _table.Add("terms squared F1", row => 2 * sums[12][row] / (_tokens[row] + total[0]));
        _table.Add("terms root F1", row => 2 * sums[13][row] / (_tokens[row] + total[0]));
        _table.Add("length to expected", row => (float)PortableMath.Log(Math.Max(5, _tokens[row]) / Math.Max(20, total[0])));
        var length = _table["length to expected"];
        _table.Add("length to expected squared", row => length[row] * length[row]);
    }

    private void AddBigramCoverage()
    {
        var (q, df) = (_ranked.Pairs, _ranked.Evidence.Bigrams.SentenceFrequency);
        var items = _ranked.Evidence.Bigrams.OfSentence;
        var kept = Noisy(items, q.Length);
        var weights = new float[Math.Max(1, q.Length) * PairWeights];
        for (var b = 0; b < q.Length; b++)
        {
            ReadOnlySpan<float> row = [q[b], df[b] > 1 ? df[b] : 0, kept[b], q[b] > .2f ? 1 : 0, q[b] > .4f ? 1 : 0, q[b] * q[b], MathF.Sqrt(q[b]), 0];
            row.CopyTo(weights.AsSpan(b * PairWeights));
        }

        var coverage = new SetCoverage(items, weights, PairWeights);
        var total = Array.ConvertAll(coverage.Total(), x => x + Smallest);
        var sums = coverage.Of(_sets);
        AddF1("bigrams", sums[0], total[0]);
        _table.Add("bigrams twice", row => sums[1][row] / total[1]);
        _table.Add("kept bigrams F1", row => 2 * sums[2][row] / (_tokens[row] + total[2]));
        _table.Add("bigrams above .2", row => sums[3][row] / total[3]);
        _table.Add("bigrams above .4", row => sums[4][row] / total[4]);
        _table.Add("bigrams squared F1", row => 2 * sums[5][row] / (_tokens[row] + total[0]));
        _table.Add("bigrams root F1", row => 2 * sums[6][row] / (_tokens[row] + total[0]));
        var (one, two) = (_table["terms F1"], _table["bigrams F1"]);
        _table.Add("both F1", row => one[row] + two[row]);
    }

    /// <summary>Sums of the sentences' own features.</summary>
    private void AddSums() => Array.ForEach(Summed, name => _table.Add(SumOf[name], Sum(_ranked.Features[name])));

    private void AddF1(string name, float[] sums, float total)
    {
        _table.Add($"{name} F1", row => 2 * sums[row] / (_tokens[row] + total));
        _table.Add($"{name} precision", row => sums[row] / _tokens[row]);
        _table.Add($"{name} recall", row => sums[row] / total);
    }

    /// <summary>The probability that a summary drawn by the sentences' scores holds an item: 1 - exp(-sum of the scores of those that hold it).</summary>
    private float[] Noisy(int[][] sentences, int items)
    {
        var sums = new float[items];
        for (var i = 0; i < sentences.Length; i++)
        {
            foreach (var item in sentences[i])
            {
                sums[item] += _ranked.Scores[i];
            }
        }

        return Array.ConvertAll(sums, sum => (float)(1 - PortableMath.Exp(-sum)));
    }

    private float[] Sum(float[] values, float least = float.MinValue)
    {
        var column = new float[_sets.Length];
        for (var row = 0; row < column.Length; row++)
        {
            var sum = 0f;
            foreach (var i in _sets[row])
            {
                sum += values[i];
            }

            column[row] = Math.Max(least, sum);
        }

        return column;
    }

    private float[] Least(float[] values)
    {
        var column = new float[_sets.Length];
        for (var row = 0; row < column.Length; row++)
        {
            var least = float.MaxValue;
            foreach (var i in _sets[row])
            {
                least = Math.Min(least, values[i]);
            }

            column[row] = least;
        }

        return column;
    }

    private float[] Most(float[] values)
    {
        var column = new float[_sets.Length];
        for (var row = 0; row < column.Length; row++)
        {
            var most = float.MinValue;
            foreach (var i in _sets[row])
            {
                most = Math.Max(most, values[i]);
            }

            column[row] = most;
        }

        return column;
    }

    private static int CountOf(int[] set, Func<int[], int, bool> holds)
    {
        var count = 0;
        for (var at = 0; at < set.Length; at++)
        {
            count += holds(set, at) ? 1 : 0;
        }

        return count;
    }
}
