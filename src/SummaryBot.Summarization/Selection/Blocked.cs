using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Selection;

/// <summary>Tells which sentences say the same: they share three words in a row, or most of the content words of the shorter.</summary>
internal sealed class Blocked(AnalyzedText text)
{
    /// <summary>The share of the shorter sentence's content words that makes it a repetition.</summary>
    private const float Repeats = 0.6f;

    private readonly int[]?[] _content = new int[]?[text.Sentences.Length];
    private readonly int[] _marks = new int[text.Terms.Count];
    private readonly HashSet<ulong>?[] _trigrams = new HashSet<ulong>?[text.Sentences.Length];
    private readonly sbyte[] _known = new sbyte[text.Sentences.Length * text.Sentences.Length];
    private int _marked = -1;

    public bool Is(int one, int other)
    {
        ref var known = ref _known[(Math.Min(one, other) * text.Sentences.Length) + Math.Max(one, other)];
        if (known == 0)
        {
            known = SharesWords(one, other) || Trigrams(one).Overlaps(Trigrams(other)) ? (sbyte)1 : (sbyte)-1;
        }

        return known > 0;
    }

    private bool SharesWords(int one, int other)
    {
        if (_marked != one)
        {
            Mark(one);
        }

        var shared = 0;
        var theirs = Content(other);
        foreach (var term in theirs)
        {
            shared += _marks[term] == one + 1 ? 1 : 0;
        }

        return shared > 0 && shared >= Repeats * Math.Min(Content(one).Length, theirs.Length);
    }

    private void Mark(int sentence)
    {
        _marked = sentence;
        foreach (var term in Content(sentence))
        {
            _marks[term] = sentence + 1;
        }
    }

    private int[] Content(int sentence) => _content[sentence] ??= Array.FindAll(text.Sentences[sentence].Distinct, term => text.IsContent[term]);

    private HashSet<ulong> Trigrams(int sentence)
    {
        if (_trigrams[sentence] is { } known)
        {
            return known;
        }

        var words = text.Sentences[sentence].Words;
        var trigrams = new HashSet<ulong>(words.Length);
        for (var at = 2; at < words.Length; at++)
        {
            trigrams.Add(((ulong)words[at - 2] << 42) | ((ulong)words[at - 1] << 21) | (uint)words[at]); // a text has fewer than 2^21 words
        }

        return _trigrams[sentence] = trigrams;
    }
}
