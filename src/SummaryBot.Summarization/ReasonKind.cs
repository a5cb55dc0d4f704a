namespace SummaryBot.Summarization;

/// <summary>What speaks for a sentence of a summary.</summary>
public enum ReasonKind
{
    /// <summary>The text is too short to choose from: its first sentences stand, whatever their scores.</summary>
    Lead,

    /// <summary>No sentence is within the words that were asked for, and this is the shortest.</summary>
    Shortest,

    /// <summary>It opens the story.</summary>
    Opening,

    /// <summary>It is the second or third of the text.</summary>
    NearOpening,

    /// <summary>It shares content words with the headline: those.</summary>
    Headline,

    /// <summary>It has words that the text keeps coming back to: of its ten keywords, by tf-idf, those that two sentences or more have.</summary>
    Central,

    /// <summary>No other sentence has a digit; the words are its figures.</summary>
    OnlyFigures,

    /// <summary>It has two figures or more, and more than any other of the sentences that were ranked; the words are figures of it.</summary>
    MostFigures,

    /// <summary>It names people, places or the like: those.</summary>
    Names,

    /// <summary>It alone of the chosen sentences has words that a summary is likelier to keep than the mean word of this text: the likeliest.</summary>
    LikelyWords,

    /// <summary>Another chosen sentence cannot be read without it; see <see cref="Reason.NeededBy"/>.</summary>
    Needed,

    /// <summary>So few sentences of the whole text have a higher score that it is among the best, as many as were chosen.</summary>
    TopScore,

    /// <summary>Nothing above can be told of it; it was the best choice beside the others.</summary>
    Fit,

    /// <summary>It answers what the summary was asked to be about, or is needed to read what does.</summary>
    Answer,
}
