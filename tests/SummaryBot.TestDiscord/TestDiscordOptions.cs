using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.TestDiscord;

public sealed record TestDiscordOptions
{
    /// <summary>On loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Decides the token, the ids and which requests the faults hit.</summary>
    public int Seed { get; init; } = 1;

    public int Channels { get; init; } = 3;

    /// <summary>Whether the channels are spread over all servers of <see cref="GatewayOptions.Guilds"/>, and not all in the first.</summary>
    public bool SpreadsChannels { get; init; }

    /// <summary>Messages that a channel takes in five seconds before it answers 429; real channels say about that.</summary>
    public int MessagesPerFiveSeconds { get; init; } = 5;

    /// <summary>Messages of an announcement channel that are published to its followers in an hour; about ten by users' reports.</summary>
    public int CrosspostsPerHour { get; init; } = 10;

    /// <summary>Requests that the bot may make in a second.</summary>
    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>Refused requests (401, 403, 429 not of a shared limit) in 10 minutes before the address is banned.</summary>
    public int InvalidRequestsUntilBan { get; init; } = 10_000;

    /// <summary>How many edits of messages older than an hour a channel takes in an hour; Discord gives no figure.</summary>
    public int OldEditsPerHour { get; init; } = 5;

    /// <summary>Switched off where a test is about something else.</summary>
    public bool EnforceRateLimits { get; init; } = true;

    public GatewayOptions Gateway { get; init; } = new();

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>How long a nonce is known: Discord says "the past few minutes".</summary>
    public TimeSpan NonceWindow { get; init; } = TimeSpan.FromMinutes(3);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
