namespace SummaryBot.TestDiscord.Gateway;

/// <summary>One fault of a script.</summary>
/// <param name="Do">One of <see cref="Kinds"/>.</param>
/// <param name="At">Seconds after the script began.</param>
/// <param name="For">Seconds until what stays (down, silent, zombie, deaf, late-acks) heals; null leaves it for <c>heal</c>.</param>
/// <param name="Shard">Whom it hits, where it hits connections; null hits all.</param>
/// <param name="Code">What <c>close</c> closes with.</param>
/// <param name="Count">How many events <c>duplicate</c> and <c>reorder</c> hit.</param>
/// <param name="DelayMs">How late <c>late-acks</c> makes an acknowledgement.</param>
public sealed record GatewayStep(
    string Do, double At = 0, double? For = null, int? Shard = null, int Code = 4000, int Count = 1, int DelayMs = 1000)
{
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "disconnect", "close", "reconnect", "invalid-session", "invalid-session-resumable", "ask-heartbeat", "silent", "zombie", "deaf", "late-acks", "down", "duplicate",
        "reorder", "heal",
    ];

    /// <summary>Draws a script: the same seed gives the same steps.</summary>
    /// <param name="every">Between two steps on average.</param>
    /// <param name="longest">How long a peer stays away or silent at most.</param>
    public static IReadOnlyList<GatewayStep> Draw(int seed, int shards, TimeSpan duration, TimeSpan every, TimeSpan longest)
    {
        var random = new Random(seed);
        var steps = new List<GatewayStep>();
        for (var at = every.TotalSeconds; at < duration.TotalSeconds; at += every.TotalSeconds * (0.5 + random.NextDouble()))
        {
            steps.Add(One(random, at, random.Next(shards), longest.TotalSeconds));
        }

        return steps;
    }

    private static GatewayStep One(Random random, double at, int shard, double longest)
    {
        double duration = 0.2 + (random.NextDouble() * longest);
        return random.Next(20) switch
        {
            < 6 => new("disconnect", at, Shard: shard),
            < 8 => new("reconnect", at, Shard: shard),
            8 => new("invalid-session", at, Shard: shard),
            9 => new("invalid-session-resumable", at, Shard: shard),
            10 => new("close", at, Shard: shard, Code: new[] { 4000, 4001, 4002, 4005, 4008, 1001 }[random.Next(6)]),
            11 => new("zombie", at, duration),
            12 or 13 => new("silent", at, duration, shard),
            14 => new("deaf", at, duration),
            15 => new("late-acks", at, duration, DelayMs: random.Next(50, 1500)),
            16 => new("down", at, duration),
            17 => new("ask-heartbeat", at, Shard: shard),
            18 => new("duplicate", at, Count: random.Next(1, 5)),
            _ => new("reorder", at, Count: random.Next(1, 5)),
        };
    }
}
