using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>Every session, and what happened to them.</summary>
public sealed partial class GatewayHub
{
    private static readonly TimeSpan IdentifyWindow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly World _world;
    private readonly TestDiscordOptions _options;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, GatewaySession> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, DateTimeOffset> _lastIdentify = [];
    private readonly DateTimeOffset _start;

    internal GatewayHub(World world, TestDiscordOptions options) => (_world, _options, _start) = (world, options, world.Now);

    public GatewayFaults Faults { get; } = new();

    /// <summary>Those that were accepted, in order.</summary>
    public ConcurrentQueue<(DateTimeOffset At, GatewayIdentity Identity)> Identities { get; } = new();

    public int Identifies => Identities.Count;

    /// <summary>Identifies refused because they came too soon after another.</summary>
    public int IdentifiesTooSoon { get; private set; }

    public int Resumes { get; private set; }

    /// <summary>Close codes given, in order.</summary>
    public ConcurrentQueue<int> Closes { get; } = new();

    /// <summary>Sessions that cannot be resumed any more, and why.</summary>
    public ConcurrentDictionary<string, string> Ended { get; } = new(StringComparer.Ordinal);

    public int Connected => _sessions.Values.Count(session => session.IsConnected);

    internal Uri Address { get; set; } = null!;

    /// <summary>GET /gateway/bot.</summary>
    internal JsonObject Bot() => new()
    {
        ["url"] = Address.ToString(),
        ["shards"] = _options.Gateway.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = _options.Gateway.IdentifiesPerDay,
            ["remaining"] = Math.Max(0, _options.Gateway.IdentifiesPerDay - Identifies),
            ["reset_after"] = (int)Math.Max(0, (_start + Day - _world.Now).TotalMilliseconds),
            ["max_concurrency"] = _options.Gateway.MaxConcurrency,
        },
    };

    /// <summary>Sends an event to the session of its shard; one that is away gets it when it resumes.</summary>
    internal void Dispatch(string name, JsonObject data) => Publish(name, data);

    /// <returns>The sessions it was sent to.</returns>
    public IReadOnlyList<string> Publish(string name, JsonObject data)
    {
        var text = data.ToJsonString();
        var sessions = _sessions.Values.Where(session => session.Identity.Gets(name, data)).ToList();
        sessions.ForEach(session => session.Dispatch(name, text));
        return [.. sessions.Select(session => session.Id)];
    }

    internal Task ServeAsync(WebSocket socket, bool compresses, CancellationToken cancellationToken) =>
        new GatewayConnection(socket, this, _world, _options, compresses).ServeAsync(cancellationToken);

    /// <summary>The servers of a shard.</summary>
    internal IEnumerable<string> GuildsOf(GatewayIdentity identity) =>
        _world.GuildIds.Where(id => GatewayIdentity.ShardOf(id, identity.Shards) == identity.Shard);

    /// <summary>A session for a client that identified; without one a code to close with, or 0 where it only came too soon.</summary>
    internal (GatewaySession? Session, int Code) Identify(GatewayIdentity identity)
    {
        lock (_gate)
        {
            Sweep();
            var bucket = identity.Shard % _options.Gateway.MaxConcurrency;
            if (GuildsOf(identity).Count() >= GatewayOptions.MostGuildsPerShard)
            {
                return (null, 4011);
            }

            if (_options.EnforceRateLimits && _lastIdentify.TryGetValue(bucket, out var last) && _world.Now - last < IdentifyWindow)
            {
                IdentifiesTooSoon++;
                return (null, 0);
            }

            if (_options.EnforceRateLimits && Identifies >= _options.Gateway.IdentifiesPerDay && _world.Now - _start < Day)
            {
                return (null, 4004); // Discord resets the token
            }

            _lastIdentify[bucket] = _world.Now;
            Identities.Enqueue((_world.Now, identity));
            var session = new GatewaySession(Guid.NewGuid().ToString("N"), identity, Faults, _options.Gateway.ReplayEvents, _options.Time);
            return (_sessions[session.Id] = session, 0);
        }
    }

    internal (GatewaySession? Session, int Code) Resume(string id, GatewayConnection connection, int lastSeen)
    {
        lock (_gate)
        {
            Sweep();
            if (!_sessions.TryGetValue(id, out var session))
            {
                return (null, 0);
            }

            var (resumed, code) = session.Resume(connection, lastSeen);
            if (resumed)
            {
                Resumes++;
                return (session, 0);
            }

            End(session, "the client asked for what is not kept");
            return (null, code);
        }
    }

    internal void End(GatewaySession session, string reason)
    {
        Ended.TryAdd(session.Id, reason);
        _sessions.TryRemove(session.Id, out _);
    }

    private void Sweep()
    {
        foreach (var session in _sessions.Values.Where(session => session.Away > _options.Gateway.SessionLifetime))
        {
            End(session, "nobody came to resume it");
        }
    }
}
