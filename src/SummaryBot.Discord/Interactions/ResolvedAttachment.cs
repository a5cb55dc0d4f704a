namespace SummaryBot.Discord.Interactions;

/// <param name="Size">In bytes.</param>
internal sealed record ResolvedAttachment(string Id, string FileName, long Size, Uri Url);
