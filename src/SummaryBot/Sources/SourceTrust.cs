namespace SummaryBot.Sources;

/// <summary>How much a subscriber thinks of a source: its stories gain or lose half a point of rank, as much as one filter hit.</summary>
public enum SourceTrust
{
    Low,
    Normal,
    High,
}
