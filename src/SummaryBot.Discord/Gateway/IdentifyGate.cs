using System.Collections.Concurrent;

namespace SummaryBot.Discord.Gateway;

/// <summary>
/// Lets shards identify one by one: in each bucket (shard_id % max_concurrency) one in five seconds, and none when the day's are used up,
/// after which Discord would reset the token.
/// </summary>
/// <remarks><see href="https://discord.com/developers/docs/events/gateway#rate-limiting"/></remarks>
internal sealed class IdentifyGate(GatewayDirectory directory, TimeProvider time)
{
    /// <summary>Discord's five seconds, and what the way may take from them.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5.5);

    /// <summary>From this part of the day's identifies on, the rest is spread over the rest of the day.</summary>
    private const double Scarce = 0.2;

    private readonly ConcurrentDictionary<int, Bucket> _buckets = new();

    /// <summary>Takes the turn of a bucket; nobody else identifies in it before it is given back.</summary>
    public async Task<Turn> TakeAsync(ShardId shard, GatewayPlace.Known place, CancellationToken cancellationToken)
    {
        var bucket = _buckets.GetOrAdd(shard.Index % place.MaxConcurrency, _ => new Bucket());
        await bucket.Free.WaitAsync(cancellationToken);
        try
        {
            var wait = bucket.OpensAt is { } opensAt ? opensAt - time.GetElapsedTime(0) : TimeSpan.Zero;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken);
        }
        catch
        {
            bucket.Free.Release();
            throw;
        }

        return new Turn(this, bucket);
    }

    /// <summary>How long the budget makes an identify wait: until its reset where none is left, an even share of the rest where few are.</summary>
    public static TimeSpan BudgetWait(GatewayPlace.Known place, DateTimeOffset now)
    {
        var rest = place.ResetAt - now;
        return rest <= TimeSpan.Zero ? TimeSpan.Zero
            : place.Remaining <= 0 ? rest
            : place.Remaining < place.Total * Scarce ? rest / place.Remaining
            : TimeSpan.Zero;
    }

    internal sealed class Bucket
    {
        public SemaphoreSlim Free { get; } = new(1);

        /// <summary>On the clock that nobody sets; null before the first.</summary>
        public TimeSpan? OpensAt { get; set; }
    }

    /// <summary>The right to identify now. Given back unused it costs nothing.</summary>
    internal sealed class Turn(IdentifyGate gate, Bucket bucket) : IDisposable
    {
        private int _isGivenBack;

        /// <summary>An identify is about to be sent.</summary>
        public Task UseAsync()
        {
            bucket.OpensAt = gate.Clock + Between;
            return gate.CountAsync();
        }

        /// <summary>The identify is on its way; from now on the five seconds count.</summary>
        public void Sent() => bucket.OpensAt = gate.Clock + Between;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGivenBack, 1) == 0)
            {
                bucket.Free.Release();
            }
        }
    }

    private TimeSpan Clock => time.GetElapsedTime(0);

    private Task CountAsync() => directory.CountIdentifyAsync();
}
