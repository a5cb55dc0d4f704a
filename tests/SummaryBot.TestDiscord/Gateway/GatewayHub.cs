using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>Every session, and what happened to them.</summary>
public sealed class GatewayHub
{
    private readonly World _world;
    private readonly TestDiscordOptions _options;
    private readonly ConcurrentDictionary<string, GatewaySession> _sessions = new(StringComparer.Ordinal);
    private DateTimeOffset _lastIdentify = DateTimeOffset.MinValue;
    private int _refuseResumes;

    internal GatewayHub(World world, TestDiscordOptions options) => (_world, _options) = (world, options);

    public int Identifies { get; private set; }

    public int Resumes { get; private set; }

    /// <summary>Close codes given, in order.</summary>
    public ConcurrentQueue<int> Closes { get; } = new();

    public int Connected => _sessions.Values.Count(session => session.IsConnected);

    /// <summary>Whether heartbeats go unanswered.</summary>
    public bool IsZombie { get; set; }

    internal Uri Address { get; set; } = null!;

    /// <summary>Closes every connection without a word, as a network does.</summary>
    public void Disconnect() => Each(session => session.Connection?.Abort());

    /// <summary>Asks every client to come back (op 7).</summary>
    public void AskToReconnect() => Each(session => session.Connection?.Send(GatewayOp.Of(GatewayOp.Reconnect, null)));

    /// <summary>Ends every session (op 9); the next resume is refused too.</summary>
    public void Invalidate()
    {
        _refuseResumes++;
        Each(session => session.Connection?.Send(GatewayOp.Of(GatewayOp.InvalidSession, false)));
        _sessions.Clear();
    }

    /// <summary>Sends an event to every session; one that is away gets it when it resumes.</summary>
    internal void Dispatch(string name, JsonObject data) => Each(session => session.Dispatch(name, data));

    internal Task ServeAsync(WebSocket socket, CancellationToken cancellationToken) =>
        new GatewayConnection(socket, this, _world, _options).ServeAsync(cancellationToken);

    /// <summary>A session for a client that identified; null where it did so too soon after another.</summary>
    internal GatewaySession? Identify()
    {
        if (_world.Now - _lastIdentify < TimeSpan.FromSeconds(5) && _options.EnforceRateLimits)
        {
            return null;
        }

        (_lastIdentify, Identifies) = (_world.Now, Identifies + 1);
        var session = new GatewaySession(Guid.NewGuid().ToString("N"));
        return _sessions[session.Id] = session;
    }

    internal GatewaySession? Resume(string id)
    {
        if (_refuseResumes > 0)
        {
            _refuseResumes--;
            return null;
        }

        if (!_sessions.TryGetValue(id, out var session))
        {
            return null;
        }

        Resumes++;
        return session;
    }

    internal void End(GatewaySession session) => _sessions.TryRemove(session.Id, out _);

    private void Each(Action<GatewaySession> action) => _sessions.Values.ToList().ForEach(action);
}
