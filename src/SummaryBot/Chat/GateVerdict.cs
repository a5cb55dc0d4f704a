namespace SummaryBot.Chat;

/// <summary>What the gate says of a message.</summary>
/// <param name="Refusal">Why it must never be sent; null where it may.</param>
/// <param name="IsOutdated">Whether an article says something else by now, or was withdrawn.</param>
public sealed record GateVerdict(string? Refusal, bool IsOutdated);
