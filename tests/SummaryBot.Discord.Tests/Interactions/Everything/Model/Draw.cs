namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>What a random step is made of.</summary>
/// <param name="Kind">Which command.</param>
/// <param name="Who">0 to 2 for somebody without rights, more for an admin.</param>
/// <param name="A">Which name; B and C which values.</param>
internal sealed record Draw(int Kind, int Who, int A, int B, int C, bool IsUndone);
