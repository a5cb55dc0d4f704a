namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>One request's turn at its limit, until disposed.</summary>
internal sealed class BucketHold(Buckets buckets, Route route, Bucket bucket, IReadOnlyList<IDisposable> turns) : IDisposable
{
    public Route Route => route;

    public Bucket Bucket => bucket;

    /// <summary>Counts a request that goes out now.</summary>
    public void Take() => buckets.Of(route).Take();

    public void Learn(HttpResponseMessage response) => buckets.Learn(this, response);

    /// <summary>No answer told what is left.</summary>
    public void Lose() => buckets.Of(route).Lose();

    /// <summary>How long until the route may be asked: its limit may have become another one.</summary>
    public TimeSpan Wait => buckets.WaitOf(route);

    public void CloseFor(TimeSpan delay) => buckets.Close(route, delay);

    public void Dispose()
    {
        foreach (var turn in turns)
        {
            turn.Dispose();
        }
    }
}
