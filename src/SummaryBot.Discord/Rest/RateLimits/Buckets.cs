using System.Collections.Concurrent;

namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>The limits known so far. Until Discord names a route's bucket, the route is one of its own.</summary>
internal sealed class Buckets(TimeProvider time)
{
    /// <summary>Beyond that many, idle ones are forgotten: a bucket costs nothing to learn anew.</summary>
    private const int Many = 20_000;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Name, string Major), Bucket> _buckets = new();

    public Bucket Of(Route route)
    {
        if (_buckets.Count > Many)
        {
            Forget();
        }

        return _buckets.GetOrAdd((_names.GetValueOrDefault(route.Template, route.Template), route.Major), _ => new Bucket(time));
    }

    /// <summary>Learns the route's bucket and what is left of it.</summary>
    public void Learn(Route route, HttpResponseMessage response)
    {
        if (RateLimitHeaders.Bucket(response) is { } name)
        {
            _names[route.Template] = name;
        }

        Of(route).Learn(response);
    }

    private void Forget()
    {
        foreach (var (key, bucket) in _buckets.Where(entry => entry.Value.IsIdle))
        {
            _buckets.TryRemove(KeyValuePair.Create(key, bucket));
        }
    }
}
