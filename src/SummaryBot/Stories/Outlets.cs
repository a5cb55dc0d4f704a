namespace SummaryBot.Stories;

/// <summary>Outlets by name: the same one in other letters or with spaces around it counts once, however many feeds it has.</summary>
public static class Outlets
{
    /// <summary>Compares names as <see cref="Distinct"/> does.</summary>
    public static bool AreSame(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Each outlet once, as it is first spelled; what has no name is left out.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string?> names) =>
        [.. names.Select(name => name?.Trim()).Where(name => name is { Length: > 0 }).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
