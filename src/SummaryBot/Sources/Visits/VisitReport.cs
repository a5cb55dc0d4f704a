namespace SummaryBot.Sources.Visits;

/// <summary>What became of one visit.</summary>
/// <param name="Items">How many the source holds; 0 where nothing was parsed.</param>
/// <param name="NewItems">How many of them it did not hold before.</param>
/// <param name="Reason">One sentence where it is not well; else null.</param>
public sealed record VisitReport(Source Source, VisitEnd End, int Items, int NewItems, string? Reason, DateTimeOffset NextVisitAt);

public enum VisitEnd
{
    Read,

    /// <summary>Nothing changed since the last visit, and nothing was parsed.</summary>
    Unchanged,

    Failed,

    /// <summary>Its host asked to be left alone.</summary>
    Waiting,

    /// <summary>It is gone for good and visited no more.</summary>
    Ended,

    /// <summary>Another instance has it, for the visit took too long.</summary>
    Lost,
}
