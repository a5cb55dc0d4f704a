namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>The limits known so far. Until Discord names a route's bucket, the route is one of its own.</summary>
internal sealed class Buckets(TimeProvider time)
{
    /// <summary>Beyond that many, idle ones are forgotten: a bucket costs nothing to learn anew.</summary>
    private const int Many = 20_000;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Major), Bucket> _buckets = [];

    /// <summary>The limit that counts the route's requests now.</summary>
    public Bucket Of(Route route) => Get(route, isLine: false);

    /// <summary>How long until the route may be asked: it may have been closed before its bucket was known.</summary>
    public TimeSpan WaitOf(Route route)
    {
        var (line, bucket) = (Get(route, isLine: true).Wait, Of(route).Wait);
        return line > bucket ? line : bucket;
    }

    /// <summary>Closes the route, and all that share its limit.</summary>
    public void Close(Route route, TimeSpan delay)
    {
        Get(route, isLine: true).CloseFor(delay);
        Of(route).CloseFor(delay);
    }

    /// <summary>Waits until it is the request's turn, first among those of its route, which keeps their order, then among all that share its limit.</summary>
    public async Task<BucketHold> EnterAsync(Route route, CancellationToken cancellationToken)
    {
        var (line, lineTurn) = await EnterAsync(route, isLine: true, cancellationToken);
        if (ReferenceEquals(Of(route), line))
        {
            return new BucketHold(this, route, line, [lineTurn]);
        }

        try
        {
            var (bucket, turn) = await EnterAsync(route, isLine: false, cancellationToken);
            return new BucketHold(this, route, bucket, [turn, lineTurn]);
        }
        catch
        {
            lineTurn.Dispose();
            throw;
        }
    }

    /// <summary>Learns the route's bucket and what is left of it.</summary>
    public void Learn(BucketHold hold, HttpResponseMessage response)
    {
        if (RateLimitHeaders.Bucket(response) is { } name)
        {
            lock (_changing)
            {
                _names[hold.Route.Template] = name;
            }
        }

        var bucket = Of(hold.Route);
        bucket.Learn(response, isAlone: ReferenceEquals(bucket, hold.Bucket));
    }

    /// <summary>A bucket may be forgotten, or the route get another, while somebody waits for it: then he waits anew.</summary>
    private async Task<(Bucket Bucket, IDisposable Turn)> EnterAsync(Route route, bool isLine, CancellationToken cancellationToken)
    {
        while (true)
        {
            var bucket = Get(route, isLine);
            var turn = await bucket.Turns.EnterAsync(cancellationToken);
            if (ReferenceEquals(Get(route, isLine), bucket))
            {
                return (bucket, turn);
            }

            turn.Dispose();
        }
    }

    private Bucket Get(Route route, bool isLine)
    {
        lock (_changing)
        {
            var name = isLine ? route.Template : _names.GetValueOrDefault(route.Template, route.Template);
            if (!_buckets.TryGetValue((name, route.Major), out var bucket))
            {
                Forget();
                _buckets[(name, route.Major)] = bucket = new Bucket(time);
            }

            return bucket;
        }
    }

    private void Forget()
    {
        if (_buckets.Count >= Many)
        {
            _buckets.Where(entry => entry.Value.IsIdle).Select(entry => entry.Key).ToList().ForEach(key => _buckets.Remove(key));
        }
    }
}
