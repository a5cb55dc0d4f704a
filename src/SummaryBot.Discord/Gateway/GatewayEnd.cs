namespace SummaryBot.Discord.Gateway;

/// <summary>What to do after a connection ended.</summary>
internal abstract record GatewayEnd
{
    /// <summary>Go on where it stopped.</summary>
    public sealed record Resume : GatewayEnd;

    /// <summary>Start a new session.</summary>
    public sealed record Identify : GatewayEnd;

    /// <summary>Coming back would not help; the reason says what would.</summary>
    /// <param name="Code">That the connection was closed with; null where there was none.</param>
    public sealed record GiveUp(string Reason, int? Code = null) : GatewayEnd;

    /// <summary>The bot itself ends.</summary>
    public sealed record Stop : GatewayEnd;

    /// <summary>Whether Discord called the session invalid (op 9): it wants 1 to 5 seconds of rest before the next attempt.</summary>
    public bool IsInvalidSession { get; init; }

    /// <summary>What the operator may be told, where there is more to tell than that the connection broke.</summary>
    public string? Problem { get; init; }

    /// <summary>What a close code means; without one the connection broke, and the session outlives that.</summary>
    public static GatewayEnd Of(int? closeCode) => CloseCode.All.FirstOrDefault(it => it.Code == closeCode)?.End ?? new Resume();
}
