using System.Numerics;

namespace SummaryBot.Summarization.Training.Rouge;

/// <summary>Scores sets of an article's sentences against its reference summary, as google-research/rouge does with stemming.</summary>
/// <remarks>
/// C.-Y. Lin, "ROUGE: A package for automatic evaluation of summaries", 2004. What one sentence shares with the reference is worked out once, so that
/// a set costs a few steps for each token that it shares. Counts are kept between calls: one thread at a time.
/// </remarks>
internal sealed class RougeScorer
{
    private readonly RougeReference _reference;
    private readonly RougeSentence[] _sentences;
    private readonly int[] _stems;
    private readonly int[] _bigrams;
    private readonly ulong[] _common;

    /// <param name="reference">One line for each sentence.</param>
    /// <param name="sentences">What sets are made of; each is one line.</param>
    public RougeScorer(string reference, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(sentences);
        _reference = new RougeReference(reference);
        _sentences = [.. sentences.Select(sentence => new RougeSentence(sentence, _reference))];
        _stems = new int[_reference.StemCounts.Length];
        _bigrams = new int[_reference.BigramCounts.Length];
        _common = new ulong[_reference.MaskLength];
    }

    /// <summary>Whether the reference has the stem.</summary>
    public bool Keeps(string stem) => _reference.Stem(stem) != RougeReference.Absent;

    /// <summary>Whether the reference has the two stems side by side.</summary>
    public bool Keeps(string one, string other) => _reference.Bigram(_reference.Stem(one), _reference.Stem(other)) != RougeReference.Absent;

    /// <param name="set">Places of sentences, in the order of the summary.</param>
    public RougeScore Score(IReadOnlyList<int> set) => Score((set as int[] ?? [.. set]).AsSpan());

    /// <inheritdoc cref="Score(IReadOnlyList{int})"/>
    public RougeScore Score(ReadOnlySpan<int> set)
    {
        Array.Clear(_stems);
        Array.Clear(_bigrams);
        Array.Clear(_common);
        var (length, stemHits, bigramHits) = (0, 0, 0);
        var last = RougeReference.Absent;
        foreach (var place in set)
        {
            var sentence = _sentences[place];
            if (sentence.Length > 0)
            {
                length += sentence.Length;
                stemHits += Hits(sentence.Stems, _stems, _reference.StemCounts);
                bigramHits += HitsAcross(last, sentence.First) + Hits(sentence.Bigrams, _bigrams, _reference.BigramCounts);
                Unite(sentence.Common);
                last = sentence.Last;
            }
        }

        return new RougeScore(
            F1(stemHits, length, _reference.Length),
            F1(bigramHits, length - 1, _reference.Length - 1),
            F1(HitsOfUnion(), length, _reference.Length));
    }

    private static double F1(int hits, int candidate, int reference)
    {
        var (precision, recall) = ((double)hits / Math.Max(candidate, 1), (double)hits / Math.Max(reference, 1));
        return hits > 0 ? 100 * 2 * precision * recall / (precision + recall) : 0;
    }

    /// <summary>How many of the items find one in the reference that none before them took.</summary>
    private static int Hits(int[] items, int[] used, int[] counts)
    {
        var hits = 0;
        foreach (var item in items)
        {
            hits += used[item]++ < counts[item] ? 1 : 0;
        }

        return hits;
    }

    /// <summary>The bigram of the last token of a sentence and the first of the next.</summary>
    private int HitsAcross(int last, int first)
    {
        var bigram = _reference.Bigram(last, first);
        return bigram != RougeReference.Absent && _bigrams[bigram]++ < _reference.BigramCounts[bigram] ? 1 : 0;
    }

    private void Unite(ulong[] common)
    {
        for (var i = 0; i < common.Length; i++)
        {
            _common[i] |= common[i];
        }
    }

    /// <summary>A token of the reference in the union of common subsequences is a hit as long as the set has the token as often.</summary>
    private int HitsOfUnion()
    {
        var hits = 0;
        for (var i = 0; i < _common.Length; i++)
        {
            hits += BitOperations.PopCount(_common[i] & ~_reference.Repeated[i]); // a bit means that the set has the token at least once
            for (var left = _common[i] & _reference.Repeated[i]; left != 0; left &= left - 1)
            {
                hits += _stems[_reference.Tokens[(i * 64) + BitOperations.TrailingZeroCount(left)]]-- > 0 ? 1 : 0;
            }
        }

        return hits;
    }
}
