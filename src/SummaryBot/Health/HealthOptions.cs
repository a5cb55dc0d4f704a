namespace SummaryBot.Health;

public sealed class HealthOptions
{
    /// <summary>Bytes that the database may have; null for as many as there are.</summary>
    public long? MaxDatabaseBytes { get; init; }
}

/// <summary>Measures the database.</summary>
public delegate Task<DatabaseSpace> MeasureDatabase(CancellationToken cancellationToken);

/// <summary>The time by the database's own clock; null where it has none of its own.</summary>
public delegate Task<DateTimeOffset?> ReadDatabaseClock(CancellationToken cancellationToken);
