using System.Collections.Immutable;

namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>What one server should have.</summary>
internal sealed record ServerModel
{
    public ImmutableSortedDictionary<string, DigestModel> Digests { get; init; } = ImmutableSortedDictionary<string, DigestModel>.Empty.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, SourceModel> Sources { get; init; } = ImmutableSortedDictionary<string, SourceModel>.Empty.WithComparers(StringComparer.Ordinal);

    public string? Language { get; init; }

    public int? RetentionDays { get; init; }

    public string? AdminChannel { get; init; }

    public string Footer { get; init; } = "";

    public string Color { get; init; } = "";

    public IEnumerable<string> Lines =>
    [
        .. Digests.Select(it => $"digest {it.Key}: {it.Value}"),
        .. Sources.Select(it => $"source {it.Key}: {it.Value}"),
        $"settings {Language} {RetentionDays} {AdminChannel} {Footer} {Color}",
    ];
}
