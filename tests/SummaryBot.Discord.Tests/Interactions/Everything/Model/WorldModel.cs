using System.Collections.Immutable;

namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>What all servers and people should have.</summary>
/// <param name="Servers">By their ids.</param>
/// <param name="Follows">What people follow, by their ids; nothing is not there.</param>
internal sealed record WorldModel(ImmutableSortedDictionary<string, ServerModel> Servers, ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Follows)
{
    public static WorldModel Empty(params IEnumerable<string> servers) => new(
        servers.ToImmutableSortedDictionary(id => id, _ => new ServerModel(), StringComparer.Ordinal),
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>Who pauses what he follows.</summary>
    public ImmutableSortedSet<string> Pausing { get; init; } = ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal);

    public IReadOnlyList<string> Lines =>
    [
        .. Servers.SelectMany(server => server.Value.Lines.Select(line => $"{server.Key} {line}")),
        .. Follows.Select(it => $"{it.Key} follows {string.Join(", ", it.Value)}{(Pausing.Contains(it.Key) ? ", paused" : "")}"),
    ];
}
