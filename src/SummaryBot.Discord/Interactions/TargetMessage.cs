namespace SummaryBot.Discord.Interactions;

/// <summary>The message whose menu was used, as far as the bot reads it.</summary>
/// <param name="Texts">Its content, then the texts of its embeds and components, in their order.</param>
/// <param name="Addresses">Where its embeds and link buttons lead.</param>
internal sealed record TargetMessage(string Id, IReadOnlyList<string> Texts, IReadOnlyList<string> Addresses);
