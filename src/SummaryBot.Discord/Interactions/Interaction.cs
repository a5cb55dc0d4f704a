namespace SummaryBot.Discord.Interactions;

/// <summary>What a person asks of the bot.</summary>
/// <param name="Token">A secret for 15 minutes, escaped for addresses; never part of a log.</param>
/// <param name="Locale">The person's language, as Discord writes it: <c>en-GB</c>.</param>
/// <param name="IsOnPrivateMessage">Whether the message that was clicked is one that the person alone sees.</param>
/// <param name="IsTyping">Whether suggestions are waited for: nothing else can be answered.</param>
/// <param name="ReceivedAt">A timestamp of the TimeProvider: the clock of this machine alone says how old it is.</param>
internal sealed record Interaction(
    string Id,
    string ApplicationId,
    string Token,
    string UserId,
    string Locale,
    InteractionPlace Place,
    Asked Asked,
    bool IsOnPrivateMessage,
    bool IsTyping,
    long ReceivedAt)
{
    /// <summary>How far it was answered.</summary>
    public AnswerState State { get; } = new();

    /// <summary>Names stay out of a log, and the token too.</summary>
    public override string ToString() => $"interaction {Id}";
}
