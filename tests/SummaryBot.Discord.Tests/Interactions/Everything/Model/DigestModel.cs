using System.Collections.Immutable;

namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>What a digest should be after all that was asked.</summary>
internal sealed record DigestModel(string Time)
{
    public int MaxStories { get; init; } = 8;

    public string Length { get; init; } = "short";

    public string Layout { get; init; } = "cards";

    public string Empty { get; init; } = "skip";

    public string Thread { get; init; } = "none";

    public string Kind { get; init; } = "normal";

    public string? Quiet { get; init; }

    /// <summary>Their names and terms, in their order.</summary>
    public ImmutableList<(string Name, string Terms)> Sections { get; init; } = [];

    public bool IsPaused { get; init; }

    public int Skips { get; init; }

    /// <summary>With their numbers, in their order.</summary>
    public ImmutableList<(int Id, string Text)> Filters { get; init; } = [];

    public override string ToString() =>
        $"{Time} {MaxStories} {Length} {Layout} {Empty} {Thread} {Kind} quiet:{Quiet} sections:{string.Join(", ", Sections)} paused:{IsPaused} skips:{Skips} filters:{string.Join(", ", Filters.Select(it => $"{it.Id} {it.Text}"))}";
}
