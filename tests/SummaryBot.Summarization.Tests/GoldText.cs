namespace SummaryBot.Summarization.Tests;

/// <param name="Language">Its code.</param>
/// <param name="Text">Some sentences.</param>
/// <param name="Ends">Where all of them but the last end.</param>
internal sealed record GoldText(string Language, string Text, IReadOnlyList<int> Ends);
