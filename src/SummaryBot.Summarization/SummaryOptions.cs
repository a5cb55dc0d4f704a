namespace SummaryBot.Summarization;

/// <summary>What a summary should be. <see cref="Words"/> wins over <see cref="Sentences"/>, and that over <see cref="Length"/>.</summary>
public sealed record SummaryOptions
{
    /// <summary>A preset; <see cref="SummaryLength.Medium"/> unless told.</summary>
    public SummaryLength Length { get; init; } = SummaryLength.Medium;

    /// <summary>How many sentences to choose, 1 or more; null leaves it to <see cref="Length"/>.</summary>
    public int? Sentences { get; init; }

    /// <summary>How many words (runs of anything but white space) the summary may have, 1 or more; null is no such bound.</summary>
    public int? Words { get; init; }

    /// <summary>
    /// What the summary should be about, in the text's language: a word, a name or a question; null or white space asks nothing.
    /// Only sentences that answer it are chosen, with those they cannot be read without, from all of the text; of a long question its first 400 characters count.
    /// Where none answers, the summary is the ordinary one (<see cref="Summary.Answers"/>).
    /// </summary>
    public string? About { get; init; }

    /// <summary>The headline, which tells what the text is about; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The text's language as an ISO 639-1 code; null has it guessed.</summary>
    public string? Language { get; init; }

    /// <summary>Whether to tell why each sentence was chosen; false unless told.</summary>
    public bool Why { get; init; }
}
