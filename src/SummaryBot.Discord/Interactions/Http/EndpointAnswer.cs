namespace SummaryBot.Discord.Interactions.Http;

/// <summary>What goes back over HTTP.</summary>
/// <param name="Json">Null for an empty body.</param>
public sealed record EndpointAnswer(int Status, string? Json = null);
