namespace SummaryBot.Discord.Interactions;

/// <summary>What a button, menu or form of ours remembers.</summary>
/// <param name="Kind">Which handler it is for: 1 to 5 letters.</param>
/// <param name="UserId">Who may use it; null for everybody who sees it.</param>
/// <param name="Payload">What the handler needs; <see cref="ComponentIds.MostPayload"/> UTF-16 units at most.</param>
public sealed record ComponentId(string Kind, string? UserId, string Payload);
