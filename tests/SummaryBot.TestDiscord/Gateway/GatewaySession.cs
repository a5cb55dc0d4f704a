using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Gateway;

/// <summary>What a client may resume: the events since it identified.</summary>
internal sealed class GatewaySession(string id)
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _events = [];

    public string Id => id;

    public GatewayConnection? Connection { get; private set; }

    public bool IsConnected => Connection is not null;

    public void Dispatch(string name, JsonObject data)
    {
        lock (_gate)
        {
            var happened = new JsonObject { ["op"] = GatewayOp.Dispatch, ["t"] = name, ["s"] = _events.Count + 1, ["d"] = data.DeepClone() };
            _events.Add(happened);
            Connection?.Send(happened);
        }
    }

    /// <summary>Sends what the client missed; it says what it saw last. False where it never can have seen that.</summary>
    public bool Attach(GatewayConnection connection, int lastSeen)
    {
        lock (_gate)
        {
            if (lastSeen < 0 || lastSeen > _events.Count)
            {
                return false;
            }

            Connection = connection;
            _events.Skip(lastSeen).ToList().ForEach(connection.Send);
            return true;
        }
    }

    public void Detach(GatewayConnection connection)
    {
        lock (_gate)
        {
            Connection = Connection == connection ? null : Connection;
        }
    }
}
