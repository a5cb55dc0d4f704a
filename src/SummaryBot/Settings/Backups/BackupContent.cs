using SummaryBot.Digests;

namespace SummaryBot.Settings.Backups;

/// <summary>All that a server has set up. Nothing of it is about a person, an article or another server, and nothing is a key.</summary>
public sealed class BackupContent
{
    public required BackupSettings Settings { get; init; }

    public required IReadOnlyList<BackupSource> Sources { get; init; }

    public required IReadOnlyList<BackupDigest> Digests { get; init; }
}

/// <summary>As <see cref="GuildSettings"/>.</summary>
public sealed class BackupSettings
{
    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    public string? AdminChannel { get; init; }

    public BrandOptions? Brand { get; init; }

    public int? RetentionDays { get; init; }
}

public sealed record BackupSource
{
    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>A <see cref="Sources.SourceKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>A <see cref="Sources.Backfill"/>.</summary>
    public required string Backfill { get; init; }

    public string? Outlet { get; init; }

    public string? Group { get; init; }

    /// <summary>Percent; null for no limit.</summary>
    public int? QuoteShare { get; init; }

    public bool Paused { get; init; }
}

public sealed class BackupDigest
{
    /// <summary>Without its server.</summary>
    public required DigestOptions Options { get; init; }

    /// <summary>UTC milliseconds since 1970, the greatest there is until it is resumed; null while it is not paused.</summary>
    public long? PausedUntil { get; init; }
}
