using System.Collections.Concurrent;

namespace SummaryBot.Discord.Gateway;

/// <summary>How the connections to Discord's gateway stand, for the readiness check.</summary>
public sealed class GatewayState(TimeProvider time)
{
    /// <summary>
    /// Discord acknowledges a heartbeat every 41.25 seconds at least; a shard that heard nothing for longer than this is dead, whatever it
    /// believes of itself. Readiness must turn red within 60.
    /// </summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(55);

    private readonly ConcurrentDictionary<int, Shard> _shards = new();
    private volatile string? _problem = "Not connected yet.";

    public bool IsConnected => Problem is null;

    /// <summary>What is wrong with the connection; null where nothing is.</summary>
    public string? Problem
    {
        get
        {
            var problems = _shards.Values.Select(ProblemOf).OfType<string>().ToList();
            return _problem ?? (problems.Count == 0 ? null : Words(problems[0], problems.Count, _shards.Count));
        }
    }

    /// <summary>That many shards are about to connect.</summary>
    internal void Expect(int shards)
    {
        for (var i = 0; i < shards; i++)
        {
            Lost(new ShardId(i, shards), "Not connected yet.");
        }

        _problem = null;
    }

    /// <summary>No shard can connect at all.</summary>
    internal void Lost(string problem) => _problem = problem;

    internal void Lost(ShardId shard, string problem) => _shards[shard.Index] = new Shard(problem, time.GetTimestamp());

    internal void Connected(ShardId shard) => _shards[shard.Index] = new Shard(null, time.GetTimestamp());

    internal void Heard(ShardId shard) =>
        _shards.AddOrUpdate(shard.Index, _ => new Shard("Not connected yet.", time.GetTimestamp()), (_, was) => was with { HeardAt = time.GetTimestamp() });

    private static string Words(string problem, int count, int all) => all == 1 ? problem : $"{count} of {all} shards: {problem}";

    private string? ProblemOf(Shard shard) =>
        shard.Problem ?? (time.GetElapsedTime(shard.HeardAt) is var silence && silence > LongestSilence
            ? $"Nothing was heard from Discord for {silence.TotalSeconds:F0} s."
            : null);

    private sealed record Shard(string? Problem, long HeardAt);
}
