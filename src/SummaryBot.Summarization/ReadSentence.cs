namespace SummaryBot.Summarization;

/// <summary>One sentence of a text with what it tells, to compare texts sentence by sentence.</summary>
/// <param name="Index">Its place among the sentences of the text, from 0.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends (exclusive), in UTF-16 units.</param>
/// <param name="StandsAlone">Whether it can be read without the sentences around it: it ends, does not point back, names who speaks, and belongs to the story and not to the page.</param>
/// <param name="Content">Its content words, as stems.</param>
/// <param name="Numbers">Its numbers, without the marks that part thousands.</param>
/// <param name="Names">Its words with a capital where none is due, as stems: people, places, days and months of languages that write them so.</param>
public sealed record ReadSentence(
    int Index, int Start, int End, bool StandsAlone, IReadOnlySet<string> Content, IReadOnlySet<string> Numbers, IReadOnlySet<string> Names)
{
    /// <summary>The share of the shorter sentence's content words from which two sentences say the same.</summary>
    private const double Repeats = 0.6;

    /// <summary>Whether it says the same as another sentence: what a summary's rule against repetition calls so.</summary>
    public bool SaysTheSameAs(ReadSentence other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var shared = Content.Count(other.Content.Contains);
        return shared > 0 && shared >= Repeats * Math.Min(Content.Count, other.Content.Count);
    }
}
