namespace SummaryBot.TestDiscord.Interactions;

/// <summary>Who acts where, and whether the bot is there only for this person.</summary>
internal sealed record Whereabouts(Channel Channel, string UserId, bool IsUserInstalled);
