namespace SummaryBot.Discord.Interactions;

internal sealed record ResolvedChannel(string Id, string Name, int Type, ulong Permissions);
