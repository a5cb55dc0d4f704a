using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>What can be measured of a set of sentences, for the ROUGE it may be expected to have.</summary>
internal sealed class SetFeatures
{
    private const float Smallest = 1e-6f;

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
        CoverageFeatures.AddTo(features._table, ranked, features._sets, features._tokens);
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
        AddInside("likeness inside", _ranked.Evidence.Similarity.Rows);
        AddFacility("facility", _ranked.Evidence.Similarity.Rows);
    }

    private void AddVectors()
    {
        var vectors = _ranked.Evidence.Vectors;
        AddInside("vectors inside", vectors.Rows);
        AddFacility("vector facility", vectors.Rows);
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

    private void AddInside(string name, float[][] matrix)
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
                    var likeness = matrix[set[a]][set[b]];
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
    private void AddFacility(string name, float[][] matrix)
    {
        var scores = _ranked.Scores;
        var total = scores.Sum() + Smallest;
        var (mean, scored, lead, nearest) = (new float[_sets.Length], new float[_sets.Length], new float[_sets.Length], new float[_count]);
        for (var row = 0; row < _sets.Length; row++)
        {
            Array.Fill(nearest, -1);
            foreach (var i in _sets[row])
            {
                Lanes.Max(nearest, matrix[i]);
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

    /// <summary>Sums of the sentences' own features.</summary>
    private void AddSums() => Array.ForEach(Summed, name => _table.Add(SumOf[name], Sum(_ranked.Features[name])));

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
