namespace SummaryBot.Summarization.Reasons;

/// <summary>What the features of sentences are about, as far as it can be told in a few words.</summary>
internal enum Trait
{
    None,
    Place,
    Headline,
    Central,
    Figures,
    Names,
    Likely,
}
