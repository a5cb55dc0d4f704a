namespace SummaryBot.Sources;

/// <summary>How much of what a source holds at the first visit is news to a new subscription.</summary>
public enum Backfill
{
    None,

    /// <summary>The newest item alone.</summary>
    Latest,

    /// <summary>What was published within the last 24 hours.</summary>
    Day,
}
