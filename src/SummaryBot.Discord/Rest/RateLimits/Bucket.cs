namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>What is left of one limit. One request at a time asks of it, so that each knows what the answers before it said.</summary>
/// <remarks>
/// A request counts when it goes out: where no answer comes back, nobody knows whether Discord counted it, or whether it opened a new window there.
/// It is taken for the worse, so that the bot never asks for more than Discord allows.
/// </remarks>
internal sealed class Bucket(TimeProvider time)
{
    private readonly Lock _changing = new();
    private readonly Closing _reset = new(time);
    private TimeSpan _window = TimeSpan.Zero;
    private int _limit = 1;
    private int _remaining = 1;

    public Turns Turns { get; } = new();

    /// <summary>How long until a request may go out; zero where one may go now.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (_changing)
            {
                return _remaining > 0 ? TimeSpan.Zero : _reset.Left;
            }
        }
    }

    /// <summary>Whether nothing is known or waited for, so that it may be forgotten.</summary>
    public bool IsIdle => Turns.IsFree && _reset.Left == TimeSpan.Zero;

    /// <summary>Counts a request that goes out now.</summary>
    public void Take()
    {
        lock (_changing)
        {
            if (_reset.Left == TimeSpan.Zero)
            {
                _remaining = _limit;
                _reset.Set(_window);
            }

            _remaining--;
        }
    }

    /// <summary>Learns from an answer; one without headers says nothing.</summary>
    /// <param name="isAlone">Whether no other request can be under way. Otherwise a lower number that is known stands: answers may come out of order.</param>
    public void Learn(HttpResponseMessage response, bool isAlone)
    {
        if (RateLimitHeaders.Number(response, "X-RateLimit-Remaining") is not { } remaining
            || RateLimitHeaders.Number(response, "X-RateLimit-Reset-After") is not { } seconds)
        {
            Lose();
            return;
        }

        var reset = TimeSpan.FromSeconds(seconds);
        lock (_changing)
        {
            _limit = Math.Max(1, (int)(RateLimitHeaders.Number(response, "X-RateLimit-Limit") ?? _limit));
            _window = reset > _window ? reset : _window;
            _remaining = isAlone || _reset.Left == TimeSpan.Zero ? (int)remaining : Math.Min(_remaining, (int)remaining);
            _reset.Set(reset);
        }
    }

    /// <summary>No answer told what is left.</summary>
    public void Lose()
    {
        lock (_changing)
        {
            _reset.Extend(_window);
        }
    }

    public void CloseFor(TimeSpan delay)
    {
        lock (_changing)
        {
            _remaining = 0;
            _reset.Set(delay);
        }
    }
}
