namespace SummaryBot.Summarization;

/// <summary>The chosen sentences of a text and the figures of the whole text.</summary>
/// <param name="Sentences">The chosen sentences in the text's order, never empty unless the text has none.</param>
/// <param name="SentenceCount">Sentences in the whole text.</param>
/// <param name="WordCount">Words (runs of anything but white space) in the whole text.</param>
/// <param name="Language">The language it was read in, as an ISO 639-1 code; null where none was recognized.</param>
/// <param name="IsLead">
/// True where there was too little to summarize (4 sentences or fewer, or less than 40 % saved): the sentences are then the first ones, not chosen ones.
/// </param>
public sealed record Summary(IReadOnlyList<Sentence> Sentences, int SentenceCount, int WordCount, string? Language, bool IsLead)
{
    /// <summary>
    /// Whether the sentences answer <see cref="SummaryOptions.About"/>; null where nothing was asked. Where false, no sentence does and this is the ordinary summary.
    /// </summary>
    public bool? Answers { get; init; }

    /// <summary>Words an adult reads silently in a minute: Brysbaert, "How many words do we read per minute?", 2019.</summary>
    public const int WordsPerMinute = 238;

    /// <summary>
    /// For each of <see cref="Sentences"/> one to three reasons that this run had for it, the strongest first; empty unless <see cref="SummaryOptions.Why"/> asks.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Reason>> Reasons { get; init; } = [];

    /// <summary>Seconds to read the whole text, rounded up.</summary>
    public int ReadingSeconds => (int)Math.Ceiling(WordCount * 60.0 / WordsPerMinute);

    /// <summary>Minutes to read the whole text, rounded, 1 or more.</summary>
    public int ReadingMinutes => Math.Max(1, (int)Math.Round((double)WordCount / WordsPerMinute, MidpointRounding.AwayFromZero));

    /// <summary>Whether a sentence of the text was left out between two chosen ones that follow each other.</summary>
    public static bool HasGap(Sentence earlier, Sentence later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return later.Index != earlier.Index + 1;
    }
}
