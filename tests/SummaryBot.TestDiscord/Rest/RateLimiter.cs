using System.Globalization;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Counts requests as Discord does: each route's bucket, the bot's requests a second, and refused ones.</summary>
internal sealed class RateLimiter(TestDiscordOptions options)
{
    private static readonly TimeSpan InvalidWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, RouteLimit> _limits = new(StringComparer.Ordinal)
    {
        ["POST /channels/*/messages"] = new("message-create", options.MessagesPerFiveSeconds, Usual),
        ["PATCH /channels/*/messages/*"] = new("message-edit", 5, Usual),
        ["DELETE /channels/*/messages/*"] = new("message-delete", 5, Usual),
        ["GET /channels/*/messages"] = new("message-read", 10, Usual),
        ["GET /channels/*/messages/*"] = new("message-read", 10, Usual),
    };

    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _closed = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _second = new();
    private readonly Queue<DateTimeOffset> _invalid = new();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    /// <summary>429s of the bot's own making: it asked more than the headers allowed, or sooner than it was told.</summary>
    public int Exceeded { get; private set; }

    /// <summary>Those among them that were for all routes.</summary>
    public int GloballyExceeded { get; private set; }

    public int Invalid
    {
        get
        {
            Forget(_invalid, InvalidWindow);
            return _invalid.Count;
        }
    }

    /// <summary>Whether the address is banned for refused requests.</summary>
    public bool IsBanned => Invalid >= options.InvalidRequestsUntilBan;

    /// <summary>Changes a route's limit, also of the window that runs.</summary>
    public void Set(string route, RouteLimit limit) => _limits[route] = limit;

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
            (Exceeded, GloballyExceeded) = (Exceeded + 1, GloballyExceeded + 1);
            return TooMany(global, "global", headers);
        }

        if (_closed.GetValueOrDefault(Key(route, major)) is var until && until > now)
        {
            Exceeded++;
            return TooMany(until - now, "user", headers);
        }

        return CountInBucket(route, major, now, headers);
    }

    public void CountInvalid() => _invalid.Enqueue(options.Time.GetUtcNow());

    /// <summary>The bot was told to wait with every request.</summary>
    public void CloseFor(TimeSpan delay) => _closedUntil = options.Time.GetUtcNow() + delay;

    /// <summary>The bot was told to wait with one route.</summary>
    public void CloseFor(string route, string major, TimeSpan delay) => _closed[Key(route, major)] = options.Time.GetUtcNow() + delay;

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

    private RestReply? CountInBucket(string route, string major, DateTimeOffset now, IHeaderDictionary headers)
    {
        var limit = LimitOf(route);
        var window = WindowOf($"{limit.Bucket}|{major}", now + limit.Window, now);
        window.Used++;
        headers["X-RateLimit-Limit"] = Text(limit.Requests);
        headers["X-RateLimit-Remaining"] = Text(Math.Max(0, limit.Requests - window.Used));
        headers["X-RateLimit-Reset"] = Text(window.EndsAt.ToUnixTimeMilliseconds() / 1000.0);
        headers["X-RateLimit-Reset-After"] = Text((window.EndsAt - now).TotalSeconds);
        headers["X-RateLimit-Bucket"] = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(limit.Bucket)))[..16];
        if (window.Used <= limit.Requests)
        {
            return null;
        }

        Exceeded++;
        return TooMany(window.EndsAt - now, "user", headers);
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

    private RouteLimit LimitOf(string route) => _limits.GetValueOrDefault(route) ?? new RouteLimit(route, 50, Usual);

    private string Key(string route, string major) => $"{LimitOf(route).Bucket}|{major}";

    private Window WindowOf(string key, DateTimeOffset endsAt, DateTimeOffset now)
    {
        if (!_windows.TryGetValue(key, out var window) || window.EndsAt <= now)
        {
            _windows[key] = window = new Window(endsAt);
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

    private sealed class Window(DateTimeOffset endsAt)
    {
        public DateTimeOffset EndsAt => endsAt;

        public int Used { get; set; }
    }
}
