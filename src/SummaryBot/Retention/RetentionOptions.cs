namespace SummaryBot.Retention;

public sealed class RetentionOptions
{
    public const int MaxDays = 3650;

    /// <summary>How long an article is kept after it was first seen or last changed: 1 day to 10 years.</summary>
    public TimeSpan Articles { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long the digests and sources of a Discord server are kept after the bot has left it: 1 day to 10 years.</summary>
    public TimeSpan Guild { get; init; } = TimeSpan.FromDays(30);
}
