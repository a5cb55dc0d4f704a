namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>What is left of one limit. One request at a time asks of it, so that requests go out in the order they came.</summary>
internal sealed class Bucket(TimeProvider time)
{
    private int _remaining = 1;
    private DateTimeOffset _resetsAt = DateTimeOffset.MinValue;

    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>How long until a request may go out; zero where one may go now.</summary>
    public TimeSpan Wait => _remaining > 0 || _resetsAt <= time.GetUtcNow() ? TimeSpan.Zero : _resetsAt - time.GetUtcNow();

    /// <summary>Whether nothing is known or waited for, so that it may be forgotten.</summary>
    public bool IsIdle => Turn.CurrentCount > 0 && Wait == TimeSpan.Zero;

    /// <summary>Learns from the headers of an answer. Without headers nothing changes.</summary>
    public void Learn(HttpResponseMessage response)
    {
        if (RateLimitHeaders.Number(response, "X-RateLimit-Remaining") is { } remaining
            && RateLimitHeaders.Number(response, "X-RateLimit-Reset-After") is { } seconds)
        {
            (_remaining, _resetsAt) = ((int)remaining, time.GetUtcNow() + TimeSpan.FromSeconds(seconds));
        }
    }

    public void CloseFor(TimeSpan delay) => (_remaining, _resetsAt) = (0, time.GetUtcNow() + delay);
}
