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

    public bool IsPaused { get; init; }

    public int Skips { get; init; }

    /// <summary>With their numbers, in their order.</summary>
    public ImmutableList<(int Id, string Text)> Filters { get; init; } = [];

    public override string ToString() =>
        $"{Time} {MaxStories} {Length} {Layout} {Empty} {Thread} paused:{IsPaused} skips:{Skips} filters:{string.Join(", ", Filters.Select(it => $"{it.Id} {it.Text}"))}";
}

internal sealed record SourceModel(string Url)
{
    public bool IsPaused { get; init; }

    public string Trust { get; init; } = "normal";

    public int? MaxPerDigest { get; init; }
}

/// <summary>What one server should have.</summary>
internal sealed record ServerModel
{
    public ImmutableSortedDictionary<string, DigestModel> Digests { get; init; } = ImmutableSortedDictionary<string, DigestModel>.Empty.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, SourceModel> Sources { get; init; } = ImmutableSortedDictionary<string, SourceModel>.Empty.WithComparers(StringComparer.Ordinal);

    public string? Language { get; init; }

    public int? RetentionDays { get; init; }

    public string? AdminChannel { get; init; }

    public IEnumerable<string> Lines =>
    [
        .. Digests.Select(it => $"digest {it.Key}: {it.Value}"),
        .. Sources.Select(it => $"source {it.Key}: {it.Value}"),
        $"settings {Language} {RetentionDays} {AdminChannel}",
    ];
}

/// <summary>What all servers and people should have.</summary>
/// <param name="Servers">By their ids.</param>
/// <param name="Follows">What people follow, by their ids; nothing is not there.</param>
internal sealed record WorldModel(ImmutableSortedDictionary<string, ServerModel> Servers, ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Follows)
{
    public static WorldModel Empty(params IEnumerable<string> servers) => new(
        servers.ToImmutableSortedDictionary(id => id, _ => new ServerModel(), StringComparer.Ordinal),
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty.WithComparers(StringComparer.Ordinal));

    public IReadOnlyList<string> Lines =>
    [
        .. Servers.SelectMany(server => server.Value.Lines.Select(line => $"{server.Key} {line}")),
        .. Follows.Select(it => $"{it.Key} follows {string.Join(", ", it.Value)}"),
    ];
}
