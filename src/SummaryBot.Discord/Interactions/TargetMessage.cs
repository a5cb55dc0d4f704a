namespace SummaryBot.Discord.Interactions;

/// <summary>The message whose menu was used, as far as the bot reads it.</summary>
/// <param name="Texts">Its content, then the texts of its embeds and components, in their order.</param>
/// <param name="Addresses">Where its embeds and link buttons lead.</param>
/// <param name="ApplicationId">Of the bot that wrote it; null where a person did.</param>
internal sealed record TargetMessage(string Id, IReadOnlyList<string> Texts, IReadOnlyList<string> Addresses, string? ApplicationId = null)
{
    public bool IsOurs(string applicationId) => string.Equals(ApplicationId, applicationId, StringComparison.Ordinal);
}
