using System.Collections.Concurrent;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Gateway;

/// <summary>How the connections to Discord's gateway stand, for the readiness check.</summary>
public sealed class GatewayState
{
    /// <summary>
    /// Discord acknowledges a heartbeat every 41.25 seconds at least; a shard that heard nothing for longer than this is dead, whatever it
    /// believes of itself. Readiness must turn red within 60.
    /// </summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(55);

    /// <summary>While somebody waits for what a new attempt came to.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<int, Shard> _shards = new();
    private readonly TimeProvider _time;
    private readonly ChatConnection _connection;
    private volatile string? _problem = "Not connected yet.";
    private TaskCompletionSource _again = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _refusals;

    /// <param name="connection">Told of what only a person can help with; null where nobody asks for it.</param>
    public GatewayState(TimeProvider time, ChatConnection? connection = null)
    {
        (_time, _connection) = (time, connection ?? new ChatConnection());
        _connection.ConnectAgainAsync = ConnectAgainAsync;
    }

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

    internal void Lost(ShardId shard, string problem) => _shards[shard.Index] = new Shard(problem, _time.GetTimestamp());

    internal void Connected(ShardId shard)
    {
        _shards[shard.Index] = new Shard(null, _time.GetTimestamp());
        _connection.Gateway = null;
    }

    /// <summary>Discord wants no connection of a shard until somebody changes something; ends when it is to be tried again.</summary>
    /// <param name="code">That the connection was closed with; null where there was none.</param>
    internal async Task GaveUpAsync(ShardId shard, int? code, string reason, CancellationToken stoppingToken)
    {
        var again = Volatile.Read(ref _again).Task;
        Lost(shard, reason);
        _connection.Gateway = new ConnectionTrouble(code, reason, _connection.Gateway?.Since ?? _time.GetUtcNow());
        Interlocked.Increment(ref _refusals);
        await again.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Lets the shards that gave up try again, and waits for what that comes to.</summary>
    private async Task ConnectAgainAsync(CancellationToken cancellationToken)
    {
        var refusals = Volatile.Read(ref _refusals);
        Interlocked.Exchange(ref _again, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        while (!IsConnected && refusals == Volatile.Read(ref _refusals))
        {
            await Task.Delay(Look, _time, cancellationToken);
        }
    }

    internal void Heard(ShardId shard) =>
        _shards.AddOrUpdate(shard.Index, _ => new Shard("Not connected yet.", _time.GetTimestamp()), (_, was) => was with { HeardAt = _time.GetTimestamp() });

    private static string Words(string problem, int count, int all) => all == 1 ? problem : $"{count} of {all} shards: {problem}";

    private string? ProblemOf(Shard shard) =>
        shard.Problem ?? (_time.GetElapsedTime(shard.HeardAt) is var silence && silence > LongestSilence
            ? $"Nothing was heard from Discord for {silence.TotalSeconds:F0} s."
            : null);

    private sealed record Shard(string? Problem, long HeardAt);
}
