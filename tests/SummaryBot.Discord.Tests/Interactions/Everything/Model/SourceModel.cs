namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>What a subscription should be.</summary>
internal sealed record SourceModel(string Url)
{
    public bool IsPaused { get; init; }

    public string Trust { get; init; } = "normal";

    public int? MaxPerDigest { get; init; }
}
