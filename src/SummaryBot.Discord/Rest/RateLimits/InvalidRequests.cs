using System.Net;

namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>Counts what Discord counts before it bans an address: 401, 403 and 429 (but shared ones), 10,000 in 10 minutes.</summary>
/// <remarks><see href="https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans"/></remarks>
internal sealed class InvalidRequests(TimeProvider time)
{
    /// <summary>Sending stops well before Discord would stop it.</summary>
    public const int Most = 8000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _counting = new();
    private readonly Queue<long> _counted = new();
    private readonly Closing _banned = new(time);

    /// <summary>How long to send nothing; zero where there is room.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (_counting)
            {
                Forget();
                var full = _counted.Count < Most ? TimeSpan.Zero : Window - time.GetElapsedTime(_counted.Peek());
                return full > _banned.Left ? full : _banned.Left;
            }
        }
    }

    /// <summary>The address is turned away already.</summary>
    public void CloseFor(TimeSpan delay) => _banned.Extend(delay);

    public void Count(HttpResponseMessage response)
    {
        var isShared = string.Equals(RateLimitHeaders.Text(response, "X-RateLimit-Scope"), "shared", StringComparison.Ordinal);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || (response.StatusCode == HttpStatusCode.TooManyRequests && !isShared))
        {
            lock (_counting)
            {
                Forget();
                _counted.Enqueue(time.GetTimestamp());
            }
        }
    }

    private void Forget()
    {
        while (_counted.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
        {
            _counted.Dequeue();
        }
    }
}
