namespace SummaryBot.Summarization.Training.Rouge;

/// <summary>Scores sets of an article's sentences against its reference summary, as google-research/rouge does with stemming.</summary>
/// <remarks>C.-Y. Lin, "ROUGE: A package for automatic evaluation of summaries", 2004. What one sentence shares with one line of the reference is worked out once.</remarks>
internal sealed class RougeScorer
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int[][] _lines;
    private readonly int[][] _sentences;
    private readonly int[] _referenceCounts;
    private readonly Dictionary<(int, int), int> _referenceBigrams = [];
    private readonly int _referenceLength;
    private readonly bool[]?[,] _common;

    /// <param name="reference">One line for each sentence.</param>
    /// <param name="sentences">What sets are made of.</param>
    public RougeScorer(string reference, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(sentences);
        _lines = [.. reference.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Numbers)];
        _sentences = [.. sentences.Select(Numbers)];
        _referenceCounts = new int[_numbers.Count];
        int[] all = [.. _lines.SelectMany(line => line)];
        _referenceLength = all.Length;
        Array.ForEach(all, token => _referenceCounts[token]++);
        foreach (var bigram in all.Zip(all.Skip(1)))
        {
            _referenceBigrams[bigram] = _referenceBigrams.GetValueOrDefault(bigram) + 1;
        }

        _common = new bool[]?[_lines.Length, _sentences.Length];
    }

    /// <summary>Whether the reference has the stem.</summary>
    public bool Keeps(string stem) => _numbers.TryGetValue(stem, out var number) && _referenceCounts[number] > 0;

    /// <summary>Whether the reference has the two stems side by side.</summary>
    public bool Keeps(string one, string other) =>
        _numbers.TryGetValue(one, out var a) && _numbers.TryGetValue(other, out var b) && _referenceBigrams.ContainsKey((a, b));

    /// <param name="set">Places of sentences, in the order of the summary.</param>
    public RougeScore Score(IReadOnlyList<int> set)
    {
        int[] tokens = [.. set.SelectMany(i => _sentences[i])];
        return new RougeScore(
            F1(Hits1(tokens), tokens.Length, _referenceLength),
            F1(Hits2(tokens), Math.Max(0, tokens.Length - 1), Math.Max(0, _referenceLength - 1)),
            F1(HitsL(tokens, set), tokens.Length, _referenceLength));
    }

    private static double F1(int hits, int candidate, int reference)
    {
        var (precision, recall) = ((double)hits / Math.Max(candidate, 1), (double)hits / Math.Max(reference, 1));
        return hits > 0 ? 100 * 2 * precision * recall / (precision + recall) : 0;
    }

    /// <summary>Which tokens of the reference's line belong to its longest common subsequence with a sentence; ties as in rouge_scorer.py.</summary>
    private static bool[] CommonSubsequence(int[] line, int[] sentence)
    {
        var lengths = new int[line.Length + 1, sentence.Length + 1];
        for (var i = 1; i <= line.Length; i++)
        {
            for (var j = 1; j <= sentence.Length; j++)
            {
                lengths[i, j] = line[i - 1] == sentence[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        var common = new bool[line.Length];
        for (var (i, j) = (line.Length, sentence.Length); i > 0 && j > 0;)
        {
            if (line[i - 1] == sentence[j - 1])
            {
                common[i - 1] = true;
                (i, j) = (i - 1, j - 1);
            }
            else if (lengths[i, j - 1] > lengths[i - 1, j])
            {
                j--;
            }
            else
            {
                i--;
            }
        }

        return common;
    }

    private int[] Numbers(string text) => [.. RougeTokens.Of(text).Select(token =>
    {
        if (!_numbers.TryGetValue(token, out var number))
        {
            _numbers[token] = number = _numbers.Count;
        }

        return number;
    })];

    private int Hits1(int[] tokens)
    {
        var left = (int[])_referenceCounts.Clone();
        return tokens.Count(token => left[token]-- > 0);
    }

    private int Hits2(int[] tokens)
    {
        var used = new Dictionary<(int, int), int>();
        var hits = 0;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            var bigram = (tokens[i], tokens[i + 1]);
            if (_referenceBigrams.TryGetValue(bigram, out var most) && used.GetValueOrDefault(bigram) < most)
            {
                used[bigram] = used.GetValueOrDefault(bigram) + 1;
                hits++;
            }
        }

        return hits;
    }

    private int HitsL(int[] tokens, IReadOnlyList<int> set)
    {
        var left = (int[])_referenceCounts.Clone();
        var candidate = new int[left.Length];
        Array.ForEach(tokens, token => candidate[token]++);
        var hits = 0;
        for (var line = 0; line < _lines.Length; line++)
        {
            for (var at = 0; at < _lines[line].Length; at++)
            {
                var token = _lines[line][at];
                if (candidate[token] > 0 && left[token] > 0 && set.Any(i => Common(line, i)[at]))
                {
                    hits++;
                    candidate[token]--;
                    left[token]--;
                }
            }
        }

        return hits;
    }

    private bool[] Common(int line, int sentence) => _common[line, sentence] ??= CommonSubsequence(_lines[line], _sentences[sentence]);
}
