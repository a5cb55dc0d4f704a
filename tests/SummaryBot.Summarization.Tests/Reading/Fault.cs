namespace SummaryBot.Summarization.Tests.Reading;

/// <summary>What can be wrong with how a summary reads.</summary>
public enum Fault
{
    None,
    UnresolvedOpening,
    QuoteWithoutSpeaker,
    Repetition,
    WrongGap,
    Furniture,
}
