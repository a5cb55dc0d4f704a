namespace SummaryBot.Stories;

/// <summary>A story as it is listed; times are UTC milliseconds since 1970.</summary>
public sealed record StoryRecord
{
    public long Id { get; init; }

    public long FirstAt { get; init; }

    public long LastAt { get; init; }

    /// <summary>How many articles tell it.</summary>
    public long Articles { get; init; }

    /// <summary>How many outlets do; 0 where none is known.</summary>
    public long Outlets { get; init; }
}
