namespace SummaryBot.Chat;

/// <summary>What Discord refuses the bot as a whole, as the edge has learnt it, and how that is tried again.</summary>
public sealed class ChatConnection
{
    private volatile ConnectionTrouble? _gateway;
    private volatile ConnectionTrouble? _commands;

    /// <summary>Why events do not come; null while nothing keeps them away for good.</summary>
    public ConnectionTrouble? Gateway
    {
        get => _gateway;
        set => _gateway = value;
    }

    /// <summary>Why commands are not registered; null where they are.</summary>
    public ConnectionTrouble? Commands
    {
        get => _commands;
        set => _commands = value;
    }

    /// <summary>Connects again; null where this process does not connect.</summary>
    public Func<CancellationToken, Task>? ConnectAgainAsync { get; set; }

    /// <summary>Registers the commands again; null where this process does not.</summary>
    public Func<CancellationToken, Task>? RegisterAgainAsync { get; set; }
}

/// <param name="Code">Discord's own; null where it gave none.</param>
/// <param name="Reason">One sentence.</param>
public sealed record ConnectionTrouble(int? Code, string Reason, DateTimeOffset Since);
