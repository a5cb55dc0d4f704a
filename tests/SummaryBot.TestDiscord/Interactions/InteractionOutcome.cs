using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What the person saw.</summary>
/// <param name="FirstResponseMs">Until the first answer; null where none came within 3 seconds ("The application did not respond").</param>
/// <param name="FinalMs">Until a deferred answer was there.</param>
/// <param name="Deferred">Whether it showed "is thinking…" before.</param>
/// <param name="Ephemeral">Whether the person alone sees it.</param>
/// <param name="Error">What went wrong for the person; null where nothing did.</param>
/// <param name="Message">The message in the end.</param>
/// <param name="Choices">Of an autocomplete.</param>
/// <param name="Modal">The form that opened.</param>
public sealed record InteractionOutcome(
    string InteractionId, double? FirstResponseMs, double? FinalMs, bool Deferred, bool Ephemeral, string? Error, JsonObject? Message, JsonArray? Choices, JsonObject? Modal);
