namespace SummaryBot.Stories;

/// <param name="Number">1 for the first.</param>
/// <param name="NextStory">A number that no story has had.</param>
internal sealed record StoryRound(long Number, long NextStory);

/// <summary>An article to assign, or one that was.</summary>
internal sealed class RoundArticle
{
    public required string Id { get; init; }

    public string? Headline { get; init; }

    public required string Text { get; init; }

    public string? Source { get; init; }

    public string? Language { get; init; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long DatedAt { get; init; }

    /// <summary>0 where it has none yet.</summary>
    public long StoryId { get; init; }

    public StoryCandidate ToCandidate() => new(Id, Headline, Text, DateTimeOffset.FromUnixTimeMilliseconds(DatedAt), Source?.Trim(), Language);
}
