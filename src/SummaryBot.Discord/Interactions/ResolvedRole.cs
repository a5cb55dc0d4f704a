namespace SummaryBot.Discord.Interactions;

internal sealed record ResolvedRole(string Id, string Name);
