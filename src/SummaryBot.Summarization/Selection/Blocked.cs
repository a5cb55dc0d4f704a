using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Selection;

/// <summary>Tells which sentences say the same: they share most of the content words of the shorter.</summary>
/// <remarks>Three words in a row, which many summarizers take for a repetition, are shared by sentences that say different things: that rule cost .1 to .3 ROUGE-1.</remarks>
internal sealed class Blocked(AnalyzedText text)
{
    /// <summary>The share of the shorter sentence's content words that makes it a repetition.</summary>
    private const float Repeats = 0.6f;

    private readonly int[]?[] _content = new int[]?[text.Sentences.Length];
    private readonly int[] _marks = new int[text.Terms.Count];
    private readonly sbyte[] _known = new sbyte[text.Sentences.Length * text.Sentences.Length];
    private int _marked = -1;

    public bool Is(int one, int other)
    {
        ref var known = ref _known[(Math.Min(one, other) * text.Sentences.Length) + Math.Max(one, other)];
        if (known == 0)
        {
            known = SharesWords(one, other) ? (sbyte)1 : (sbyte)-1;
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
}
