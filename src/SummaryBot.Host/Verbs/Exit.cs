namespace SummaryBot.Host.Verbs;

/// <summary>Exit codes of every verb.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>Wrong arguments or a wrong configuration; nothing was done.</summary>
    public const int WrongUse = 2;
}
