using System.Text;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>What a client may resume: the last events since it identified.</summary>
internal sealed class GatewaySession(string id, GatewayIdentity identity, GatewayFaults faults, int replayEvents, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _events = new();
    private byte[]? _held;
    private int _last;
    private long _leftAt = time.GetTimestamp(); // a new session has been away from now on, until its connection starts it

    public string Id => id;

    public GatewayIdentity Identity => identity;

    public GatewayConnection? Connection { get; private set; }

    public bool IsConnected => Connection is not null;

    /// <summary>How long nobody has been connected.</summary>
    public TimeSpan Away => IsConnected ? TimeSpan.Zero : time.GetElapsedTime(_leftAt);

    /// <param name="canGoWrong">Whether the faults may touch it; they leave READY and RESUMED alone.</param>
    public void Dispatch(string name, string data, bool canGoWrong = true)
    {
        lock (_gate)
        {
            var happened = Encoding.UTF8.GetBytes($$"""{"op":0,"t":"{{name}}","s":{{++_last}},"d":{{data}}}""");
            _events.Enqueue(happened);
            if (_events.Count > replayEvents)
            {
                _events.Dequeue();
            }

            if (canGoWrong && _held is null && IsConnected && faults.TakeReorder())
            {
                _held = happened;
                return;
            }

            Connection?.Send(happened);
            if (canGoWrong && faults.TakeDuplicate())
            {
                Connection?.Send(happened);
            }

            Release();
        }
    }

    /// <summary>Sends an event that was held back so that it comes out of order.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            Release();
        }
    }

    public void Start(GatewayConnection connection)
    {
        lock (_gate)
        {
            Connection = connection;
        }
    }

    /// <summary>Sends what the client missed; it says what it saw last.</summary>
    /// <returns>Whether it could be resumed; a code where the connection is to be closed instead.</returns>
    public (bool Resumed, int Code) Resume(GatewayConnection connection, int lastSeen)
    {
        lock (_gate)
        {
            if (lastSeen < 0 || lastSeen > _last)
            {
                return (false, 4007);
            }

            if (lastSeen < _last - _events.Count)
            {
                return (false, 0);
            }

            Connection?.Abort();
            (Connection, _held) = (connection, null);
            _events.Skip(_events.Count - (_last - lastSeen)).ToList().ForEach(connection.Send);
            return (true, 0);
        }
    }

    public void Leave(GatewayConnection connection)
    {
        lock (_gate)
        {
            if (Connection == connection)
            {
                (Connection, _held, _leftAt) = (null, null, time.GetTimestamp());
            }
        }
    }

    private void Release()
    {
        if (_held is not null)
        {
            Connection?.Send(_held);
            _held = null;
        }
    }
}
