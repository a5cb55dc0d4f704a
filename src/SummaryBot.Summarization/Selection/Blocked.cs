using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Selection;

/// <summary>Tells which sentences say the same: they share three words in a row, or most of the content words of the shorter.</summary>
internal sealed class Blocked(AnalyzedText text)
{
    /// <summary>The share of the shorter sentence's content words that makes it a repetition.</summary>
    private const float Repeats = 0.6f;

    private readonly HashSet<ulong>?[] _trigrams = new HashSet<ulong>?[text.Sentences.Length];
    private readonly sbyte[] _known = new sbyte[text.Sentences.Length * text.Sentences.Length];

    public bool Is(int one, int other)
    {
        ref var known = ref _known[(Math.Min(one, other) * text.Sentences.Length) + Math.Max(one, other)];
        if (known == 0)
        {
            known = SharesWords(text.Sentences[one], text.Sentences[other]) || Trigrams(one).Overlaps(Trigrams(other)) ? (sbyte)1 : (sbyte)-1;
        }

        return known > 0;
    }

    private bool SharesWords(AnalyzedSentence one, AnalyzedSentence other)
    {
        var (few, many) = (Content(one), Content(other));
        if (few > many)
        {
            (few, one, other) = (many, other, one);
        }

        return few > 0 && one.Distinct.Count(term => text.IsContent[term] && other.Distinct.AsSpan().Contains(term)) >= Repeats * few;
    }

    private int Content(AnalyzedSentence sentence) => sentence.Distinct.Count(term => text.IsContent[term]);

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
