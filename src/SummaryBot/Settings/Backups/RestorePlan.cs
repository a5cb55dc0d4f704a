namespace SummaryBot.Settings.Backups;

/// <summary>What restoring a backup would change.</summary>
public sealed record RestorePlan(GuildSetup Now, BackupContent Wanted)
{
    public RestoreDiff<BackupSource> Sources { get; } = RestoreDiff.Of(Now.Content.Sources, Wanted.Sources, it => it.Address, it => it.Name);

    public RestoreDiff<BackupDigest> Digests { get; } = RestoreDiff.Of(Now.Content.Digests, Wanted.Digests, it => it.Options.Name, it => it.Options.Name);

    /// <summary>Of settings: <c>language</c>, <c>admin-channel</c>, <c>brand</c>, <c>retention</c>.</summary>
    public IReadOnlyList<string> Settings { get; } =
    [
        .. new (string Name, Func<BackupSettings, object?> Value)[]
        {
            ("language", it => it.Language), ("admin-channel", it => it.AdminChannel), ("brand", it => BackupFile.WriteContent(it.Brand)), ("retention", it => it.RetentionDays),
        }.Where(it => !Equals(it.Value(Now.Content.Settings), it.Value(Wanted.Settings))).Select(it => it.Name),
    ];

    public bool IsEmpty => Settings.Count + Sources.Count + Digests.Count == 0;
}

/// <summary>How lists of named things differ.</summary>
public sealed record RestoreDiff<T>(IReadOnlyList<T> Added, IReadOnlyList<T> Changed, IReadOnlyList<T> Removed, Func<T, string> Name)
{
    public int Count => Added.Count + Changed.Count + Removed.Count;
}

internal static class RestoreDiff
{
    /// <param name="key">What two of one thing share.</param>
    public static RestoreDiff<T> Of<T>(IReadOnlyList<T> now, IReadOnlyList<T> wanted, Func<T, string> key, Func<T, string> name)
    {
        var known = now.ToDictionary(key, StringComparer.Ordinal);
        var asked = wanted.Select(key).ToHashSet(StringComparer.Ordinal);
        return new RestoreDiff<T>(
            [.. wanted.Where(it => !known.ContainsKey(key(it)))],
            [.. wanted.Where(it => known.TryGetValue(key(it), out var old) && !string.Equals(BackupFile.WriteContent(old), BackupFile.WriteContent(it), StringComparison.Ordinal))],
            [.. now.Where(it => !asked.Contains(key(it)))],
            name);
    }
}
