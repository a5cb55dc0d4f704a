namespace SummaryBot.Discord.Interactions;

internal sealed record ResolvedUser(string Id, string Name, bool IsBot);
