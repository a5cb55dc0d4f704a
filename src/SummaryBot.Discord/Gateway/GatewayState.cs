namespace SummaryBot.Discord.Gateway;

/// <summary>How the connection to Discord's gateway stands, for the readiness check.</summary>
public sealed class GatewayState
{
    private volatile string? _problem = "Not connected yet.";

    public bool IsConnected => _problem is null;

    /// <summary>Why there is no connection; null where there is one.</summary>
    public string? Problem => _problem;

    internal void Connected() => _problem = null;

    internal void Lost(string problem) => _problem = problem;
}
