using System.Globalization;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Counts requests as Discord does: each route's bucket, the bot's requests a second, and refused ones.</summary>
internal sealed class RateLimiter(TestDiscordOptions options)
{
    private const int MostInvalid = 10_000;
    private static readonly TimeSpan InvalidWindow = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Window> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _second = new();
    private readonly Queue<DateTimeOffset> _invalid = new();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    /// <summary>429s of the bot's own making: it went on too fast.</summary>
    public int Exceeded { get; private set; }

    public int Invalid => _invalid.Count;

    /// <summary>Whether the address is banned for refused requests.</summary>
    public bool IsBanned
    {
        get
        {
            Forget(_invalid, InvalidWindow);
            return _invalid.Count >= MostInvalid;
        }
    }

    /// <summary>The answer to a request that goes too fast; null where it may go on.</summary>
    public RestReply? Count(string route, string major, bool isInteraction, IHeaderDictionary headers)
    {
        if (!options.EnforceRateLimits)
        {
            return null;
        }

        var now = options.Time.GetUtcNow();
        if (!isInteraction && Global(now) is { } global)
        {
            Exceeded++;
            return TooMany(global, "global", headers);
        }

        var window = Bucket($"{route}|{major}", route, now);
        window.Used++;
        var left = window.EndsAt - now;
        headers["X-RateLimit-Limit"] = Text(window.Limit);
        headers["X-RateLimit-Remaining"] = Text(Math.Max(0, window.Limit - window.Used));
        headers["X-RateLimit-Reset"] = Text(window.EndsAt.ToUnixTimeMilliseconds() / 1000.0);
        headers["X-RateLimit-Reset-After"] = Text(left.TotalSeconds);
        headers["X-RateLimit-Bucket"] = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(route)))[..16];
        if (window.Used <= window.Limit)
        {
            return null;
        }

        Exceeded++;
        return TooMany(left, "user", headers);
    }

    public void CountInvalid() => _invalid.Enqueue(options.Time.GetUtcNow());

    public void CloseFor(TimeSpan delay) => _closedUntil = options.Time.GetUtcNow() + delay;

    public static RestReply TooMany(TimeSpan wait, string scope, IHeaderDictionary? headers)
    {
        var seconds = Math.Round(Math.Max(wait.TotalSeconds, 0.001), 3);
        if (headers is not null)
        {
            headers["Retry-After"] = Text(Math.Ceiling(seconds));
            headers["X-RateLimit-Scope"] = scope;
            if (scope == "global")
            {
                headers["X-RateLimit-Global"] = "true";
            }
        }

        return new RestReply(
            429,
            new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = scope == "global" });
    }

    private TimeSpan? Global(DateTimeOffset now)
    {
        Forget(_second, TimeSpan.FromSeconds(1));
        if (_closedUntil > now)
        {
            return _closedUntil - now;
        }

        _second.Enqueue(now);
        return _second.Count <= options.RequestsPerSecond ? null : TimeSpan.FromSeconds(1);
    }

    private Window Bucket(string key, string route, DateTimeOffset now)
    {
        if (!_buckets.TryGetValue(key, out var window) || window.EndsAt <= now)
        {
            var isPost = route.StartsWith("POST /channels", StringComparison.Ordinal);
            _buckets[key] = window = new Window(isPost ? options.MessagesPerFiveSeconds : 50, now + TimeSpan.FromSeconds(5));
        }

        return window;
    }

    private void Forget(Queue<DateTimeOffset> times, TimeSpan window)
    {
        while (times.TryPeek(out var oldest) && oldest + window <= options.Time.GetUtcNow())
        {
            times.Dequeue();
        }
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private sealed class Window(int limit, DateTimeOffset endsAt)
    {
        public int Limit => limit;

        public DateTimeOffset EndsAt => endsAt;

        public int Used { get; set; }
    }
}
