namespace SummaryBot.TestDiscord.Gateway;

public sealed record GatewayOptions
{
    /// <summary>A shard with so many servers is refused: the bot must take more shards.</summary>
    public const int MostGuildsPerShard = 2500;

    /// <summary>Servers that the bot is in, spread over the shards; all but the first are empty, unless <see cref="TestDiscordOptions.SpreadsChannels"/>.</summary>
    public int Guilds { get; init; } = 1;

    /// <summary>How many shards GET /gateway/bot recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Identifies in five seconds, each of another shard_id % MaxConcurrency.</summary>
    public int MaxConcurrency { get; init; } = 1;

    public int IdentifiesPerDay { get; init; } = 1000;

    /// <summary>How long a session without a connection can be resumed.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Events kept for a resume.</summary>
    public int ReplayEvents { get; init; } = 5000;

    /// <summary>Whether the developer portal allows members, presences and message content.</summary>
    public bool AllowsPrivilegedIntents { get; init; }
}
